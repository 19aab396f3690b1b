import { CsvError, parse } from "csv-parse/sync"
import { readSheet } from "read-excel-file/node"

/** One thing wrong in an organiser's file. `row` counts from 1, the header included; `column` is its heading. */
export type FileFault = { file: string; row?: number; column?: string; message: string }

/** A row of a table: cells by heading, trimmed and in NFC, with its place in the file. */
export type TableRow = { row: number; cells: Record<string, string> }

/** A table as read, or everything wrong with its form. */
export type ReadTable = { rows: TableRow[]; faults: FileFault[] }

/**
 * Reads a table: CSV (UTF-8 with or without BOM; comma or semicolon, as spreadsheets write them) or the first sheet of an
 * XLSX, by the file's ending; Vietnamese in any Unicode form. The header must hold every one of `required` and nothing
 * beyond `required` and `optional`.
 */
export async function readTable(
  file: string,
  bytes: Uint8Array,
  required: readonly string[],
  optional: readonly string[],
): Promise<ReadTable> {
  const read = /\.xlsx$/i.test(file) ? await xlsxRecords(file, bytes) : csvRecords(file, bytes)
  if (!read.ok) return { rows: [], faults: [read.fault] }
  const [header = [], ...body] = read.records.map((record) =>
    record.map((cell) => cell.normalize("NFC").trim()),
  )
  const faults = headerFaults(file, header, required, optional)
  if (faults.length > 0) return { rows: [], faults }
  const rows = body.flatMap((record, index) => {
    const row = index + 2
    if (record.every((cell) => cell === "")) return []
    if (record.length > header.length)
      faults.push({ file, row, message: `has ${record.length} cells, the header ${header.length}` })
    return [{ row, cells: Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""])) }]
  })
  return { rows, faults }
}

type Records = { ok: true; records: string[][] } | { ok: false; fault: FileFault }

function csvRecords(file: string, bytes: Uint8Array): Records {
  const text = decode(bytes)
  if (text === null) return { ok: false, fault: { file, message: "is not UTF-8; save it as CSV UTF-8" } }
  try {
    const firstLine = text.split("\n", 1)[0] ?? ""
    const delimiter = firstLine.includes(";") && !firstLine.includes(",") ? ";" : ","
    return { ok: true, records: parse(text, { delimiter, relax_column_count: true }) }
  } catch (error) {
    // Quotes that do not close and the like: the parser knows the line.
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines)
    return { ok: false, fault: { file, ...(line > 0 ? { row: line } : {}), message: error.message } }
  }
}

async function xlsxRecords(file: string, bytes: Uint8Array): Promise<Records> {
  try {
    const sheet: unknown[][] = await readSheet(Buffer.from(bytes))
    return { ok: true, records: sheet.map((row) => row.map(cellText)) }
  } catch (error) {
    // Not a spreadsheet, or a damaged one: the reader says what it missed.
    return {
      ok: false,
      fault: { file, message: `cannot be read as XLSX: ${error instanceof Error ? error.message : error}` },
    }
  }
}

/** A cell as its CSV would have it: spreadsheets turn days into dates and digits into numbers by themselves. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? "" : String(cell)
}

function headerFaults(
  file: string,
  header: string[],
  required: readonly string[],
  optional: readonly string[],
): FileFault[] {
  const missing = required.filter((name) => !header.includes(name))
  const unknown = header.filter((name) => !required.includes(name) && !optional.includes(name))
  const twice = header.filter((name, at) => header.indexOf(name) !== at)
  return [
    ...missing.map((column) => ({ file, row: 1, column, message: "this column is missing" })),
    ...unknown.map((column) => ({ file, row: 1, column, message: "this column is not known" })),
    ...twice.map((column) => ({ file, row: 1, column, message: "this column stands twice" })),
  ]
}

function decode(bytes: Uint8Array): string | null {
  try {
    // The decoder takes a BOM away by itself.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    // TypeError: these bytes are no UTF-8.
    return null
  }
}
