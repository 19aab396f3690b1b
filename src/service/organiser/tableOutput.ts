import writeXlsxFile from "write-excel-file/node"
import { Refused } from "./command.ts"
import { csvTable, textTable } from "./textTable.ts"

/** Rows by heading, as every list of the organiser's is given out. */
export type OutputRow = Record<string, string | number>

/** The option of every command that gives out a list. */
export const formatOption = { format: { type: "string", default: "table" } } as const

/** Rows in the format asked for: `table` for a terminal, `csv` (UTF-8 with BOM), `xlsx` (bytes). Refuses others. */
export async function formatRows(rows: readonly OutputRow[], format: unknown): Promise<string | Uint8Array> {
  if (format === "table") return textTable(rows)
  if (format === "csv") return csvTable(rows)
  if (format !== "xlsx") throw new Refused(`--format is table, csv or xlsx, not "${format}"`)
  const headings = Object.keys(rows[0] ?? {})
  const cell = (value: string | number) =>
    typeof value === "number" ? { value, type: Number } : { value, type: String }
  const sheet = [
    headings.map((value) => ({ value, fontWeight: "bold" as const })),
    ...rows.map((row) => headings.map((heading) => cell(row[heading] ?? ""))),
  ]
  return writeXlsxFile(sheet).toBuffer()
}
