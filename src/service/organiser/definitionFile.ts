import { existsSync, readFileSync } from "node:fs"
import { basename } from "node:path"
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser"
import type { ContestDefinition } from "../../contest/definition.ts"
import { parseDefinition } from "../../contest/parseDefinition.ts"
import type { FileFault } from "./table.ts"

/**
 * Reads contest.json, in which comments and trailing commas are allowed. Gives the definition and the file as plain JSON,
 * or every fault: of the form with its row, of the content with its member's path.
 */
export function readDefinitionFile(
  path: string,
): { ok: true; definition: ContestDefinition; definitionFile: unknown } | { ok: false; faults: FileFault[] } {
  const file = basename(path)
  if (!existsSync(path)) return { ok: false, faults: [{ file, message: `is missing: there is no ${path}` }] }
  const text = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .normalize("NFC")
  const errors: ParseError[] = []
  const definitionFile: unknown = parse(text, errors, { allowTrailingComma: true })
  if (errors.length > 0) {
    const faults = errors.map(({ error, offset }) => ({
      file,
      row: text.slice(0, offset).split("\n").length,
      message: `is no JSON there: ${printParseErrorCode(error)}`,
    }))
    return { ok: false, faults }
  }
  const parsed = parseDefinition(definitionFile)
  if (!parsed.ok)
    return {
      ok: false,
      faults: parsed.faults.map(({ path: column, message }) => ({ file, column, message })),
    }
  const overlap = overlapFaults(file, parsed.definition)
  return overlap.length > 0
    ? { ok: false, faults: overlap }
    : { ok: true, definition: parsed.definition, definitionFile }
}

/** Rounds that overlap in a file are a slip; only an extension makes them overlap on purpose. */
function overlapFaults(file: string, { rounds }: ContestDefinition): FileFault[] {
  return rounds.flatMap((round, index) => {
    const previous = rounds[index - 1]
    return previous && round.opensAt < previous.closesAt && previous.extended === undefined
      ? [
          {
            file,
            column: `rounds[${index}].opensAt`,
            message: "must not be before the previous round closes",
          },
        ]
      : []
  })
}
