import type { BankQuestion } from "../../contest/vocabulary.ts"
import { type FileFault, readTable, type TableRow } from "./table.ts"

const optionColumns = ["a", "b", "c", "d", "e", "f"] as const
const required = ["id", "question", "a", "b", "accepted", "explanation", "source", "asOf"]

/**
 * Reads a bank of questions. Columns: id, question, a…f (2 to 6 options, whose ids are their letters), accepted (letters,
 * separated by spaces or commas), explanation, source, asOf (YYYY-MM-DD). `expected`: how many questions it must hold.
 */
export async function readQuestions(
  file: string,
  bytes: Uint8Array,
  expected?: number,
): Promise<{ questions: BankQuestion[]; faults: FileFault[] }> {
  const { rows, faults } = await readTable(file, bytes, required, optionColumns.slice(2))
  if (faults.length > 0) return { questions: [], faults }
  const questions: BankQuestion[] = []
  const ids = new Set<string>()
  for (const row of rows) {
    const found = questionFaults(file, row, ids)
    faults.push(...found)
    if (found.length === 0) questions.push(question(row))
  }
  if (faults.length === 0 && expected !== undefined && rows.length !== expected) {
    faults.push({ file, message: `holds ${rows.length} questions, the definition asks for ${expected}` })
  }
  return { questions, faults }
}

function question({ cells }: TableRow): BankQuestion {
  const cell = (name: string) => cells[name] ?? ""
  return {
    id: cell("id"),
    text: cell("question"),
    options: optionColumns.flatMap((id) => (cell(id) === "" ? [] : [{ id, text: cell(id) }])),
    accepted: letters(cell("accepted")),
    explanation: cell("explanation"),
    source: cell("source"),
    asOf: cell("asOf"),
  }
}

function letters(cell: string): string[] {
  return cell
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
}

function questionFaults(file: string, { row, cells }: TableRow, ids: Set<string>): FileFault[] {
  const faults: FileFault[] = []
  const fault = (column: string, message: string) => faults.push({ file, row, column, message })
  const { id = "", asOf = "" } = cells
  for (const column of ["question", "explanation", "source"])
    if (!cells[column]) fault(column, "must not be empty")
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(id))
    fault("id", "must be an id: a-z, 0-9 and -, at most 32 characters")
  if (ids.has(id)) fault("id", `"${id}" stands twice`)
  ids.add(id)
  const filled = optionColumns.filter((column) => cells[column])
  // A gap means a forgotten cell rather than a shorter question.
  const gap = optionColumns.slice(0, Math.max(2, filled.length)).find((column) => !cells[column])
  if (gap) fault(gap, "this option is empty")
  const texts = filled.map((column) => cells[column]?.toLowerCase())
  for (const [at, text] of texts.entries()) {
    if (texts.indexOf(text) !== at) fault(filled[at] ?? "a", "says the same as another option")
  }
  const accepted = letters(cells.accepted ?? "")
  if (accepted.length === 0) fault("accepted", "must name the accepted option")
  for (const letter of accepted) {
    if (!filled.some((column) => column === letter))
      fault("accepted", `"${letter}" is no option of this question`)
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    fault("asOf", "must be a date YYYY-MM-DD")
  return faults
}
