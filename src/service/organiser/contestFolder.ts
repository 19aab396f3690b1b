import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { ContestDefinition } from "../../contest/definition.ts"
import { parseDefinition } from "../../contest/parseDefinition.ts"
import type { BankQuestion, Unit } from "../../contest/vocabulary.ts"
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

const paperFile = /^round-(\d{1,2})(?:\.([a-z0-9-]+))?\.csv$/

/**
 * Reads a contest folder: contest.json, units.csv (may be missing: a contest without units), round-N.csv or
 * round-N.division.csv (may come later, before the round opens), practice.csv. Gives the whole contest, or every fault
 * with file, row and column; a faulty folder gives nothing else.
 */
export function readContestFolder(
  folder: string,
): { ok: true; contest: ContestFolder } | { ok: false; faults: FileFault[] } {
  const bytes = (file: string) => readFileSync(join(folder, file))
  const definition = readDefinitionFile(join(folder, "contest.json"))
  if (!definition.ok) return definition
  const faults: FileFault[] = []
  const units = existsSync(join(folder, "units.csv"))
    ? readUnits("units.csv", bytes("units.csv"))
    : { units: [], faults: [] }
  faults.push(...units.faults)

  const ids = new Map<string, string>()
  const unique = (file: string, questions: BankQuestion[]) => {
    for (const { id } of questions) {
      const other = ids.get(id)
      if (other !== undefined)
        faults.push({ file, column: "id", message: `question "${id}" is in ${other} too` })
      ids.set(id, file)
    }
    return questions
  }
  const papers: ContestFolder["papers"] = []
  for (const file of readdirSync(folder).sort()) {
    const [, number, division = definition.definition.divisions[0]?.id ?? ""] = paperFile.exec(file) ?? []
    if (number === undefined) continue
    const place = paperPlaceFault(definition.definition, Number(number), paperFile.exec(file)?.[2])
    if (place) faults.push({ file, message: place })
    const { questions, faults: found } = readQuestions(
      file,
      bytes(file),
      definition.definition.paper.questions,
    )
    faults.push(...found)
    papers.push({ round: Number(number), division, bank: unique(file, questions) })
  }
  const practice = existsSync(join(folder, "practice.csv"))
    ? readQuestions("practice.csv", bytes("practice.csv"))
    : { questions: [], faults: [] }
  faults.push(...practice.faults)
  unique("practice.csv", practice.questions)

  if (faults.length > 0) return { ok: false, faults }
  const { ok: _, ...read } = definition
  return { ok: true, contest: { ...read, units: units.units, papers, practice: practice.questions } }
}

function readDefinitionFile(
  path: string,
): { ok: true; definition: ContestDefinition; definitionFile: unknown } | { ok: false; faults: FileFault[] } {
  const file = "contest.json"
  if (!existsSync(path)) return { ok: false, faults: [{ file, message: `is missing: there is no ${path}` }] }
  let definitionFile: unknown
  try {
    definitionFile = JSON.parse(
      readFileSync(path, "utf8")
        .replace(/^\uFEFF/, "")
        .normalize("NFC"),
    )
  } catch (error) {
    // SyntaxError: its message names the place in the text.
    return { ok: false, faults: [{ file, message: error instanceof Error ? error.message : "is no JSON" }] }
  }
  const parsed = parseDefinition(definitionFile)
  if (parsed.ok) return { ok: true, definition: parsed.definition, definitionFile }
  return { ok: false, faults: parsed.faults.map(({ path: column, message }) => ({ file, column, message })) }
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
