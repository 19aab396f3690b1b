import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { ContestDefinition } from "../../contest/definition.ts"
import type { BankQuestion, Unit } from "../../contest/vocabulary.ts"
import { readDefinitionFile } from "./definitionFile.ts"
import { readQuestions } from "./questionsFile.ts"
import type { FileFault } from "./table.ts"
import { readUnits } from "./unitsFile.ts"

/** A contest as an organiser keeps it. `definitionFile`: contest.json as parsed JSON, instants as written. */
export type ContestFolder = {
  definition: ContestDefinition
  definitionFile: unknown
  units: Unit[]
  papers: { round: number; division: string; bank: BankQuestion[] }[]
  practice: BankQuestion[]
}

const paperFile = /^round-(\d{1,2})(?:\.([a-z0-9-]+))?\.(?:csv|xlsx)$/

/**
 * Reads a contest folder: contest.json, units.csv (may be missing: a contest without units), round-N.csv or
 * round-N.division.csv (may come later, before the round opens), practice.csv; each table may be .xlsx instead. Gives the
 * whole contest, or every fault with file, row and column; a faulty folder gives nothing else.
 */
export async function readContestFolder(
  folder: string,
): Promise<{ ok: true; contest: ContestFolder } | { ok: false; faults: FileFault[] }> {
  const read = readDefinitionFile(join(folder, "contest.json"))
  if (!read.ok) return read
  const { definition, definitionFile } = read
  const bytes = (file: string) => readFileSync(join(folder, file))
  const names = readdirSync(folder).sort()
  const faults = doubledTables(names)

  const unitsFile = names.find((name) => /^units\.(csv|xlsx)$/.test(name))
  const units =
    unitsFile === undefined ? { units: [], faults: [] } : await readUnits(unitsFile, bytes(unitsFile))
  faults.push(...units.faults)

  const ids = new Map<string, string>()
  const readBank = async (file: string, expected?: number) => {
    const { questions, faults: found } = await readQuestions(file, bytes(file), expected)
    faults.push(...found)
    for (const { id } of questions) {
      const other = ids.get(id)
      if (other !== undefined)
        faults.push({ file, column: "id", message: `question "${id}" is in ${other} too` })
      ids.set(id, file)
    }
    return questions
  }
  const papers: ContestFolder["papers"] = []
  for (const file of names) {
    const [, number, division] = paperFile.exec(file) ?? []
    if (number === undefined) continue
    const misplaced = paperPlaceFault(definition, Number(number), division)
    if (misplaced) faults.push({ file, message: misplaced })
    const bank = await readBank(file, definition.paper.questions)
    papers.push({ round: Number(number), division: division ?? definition.divisions[0]?.id ?? "", bank })
  }
  const practiceFile = names.find((name) => /^practice\.(csv|xlsx)$/.test(name))
  const practice = practiceFile === undefined ? [] : await readBank(practiceFile)

  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, contest: { definition, definitionFile, units: units.units, papers, practice } }
}

/** A table that is there twice, as CSV and as XLSX: which one counts must not be a guess. */
function doubledTables(names: readonly string[]): FileFault[] {
  return names
    .filter((name) => name.endsWith(".xlsx") && names.includes(name.replace(/xlsx$/, "csv")))
    .map((file) => ({
      file,
      message: `is there as ${file.replace(/xlsx$/, "csv")} too; keep one of the two`,
    }))
}

function paperPlaceFault(
  definition: ContestDefinition,
  round: number,
  division: string | undefined,
): string | null {
  if (!definition.rounds.some(({ number }) => number === round)) return `contest.json has no round ${round}`
  const { divisions } = definition
  if (division === undefined) {
    return divisions.length > 1 ? "several divisions: name it round-N.<division>.csv" : null
  }
  return divisions.some(({ id }) => id === division) ? null : `contest.json has no division "${division}"`
}
