import * as v from "valibot"
import { type ContestDefinition, type DefinitionFault, definitionSchema } from "./definition.ts"
import { definitionFaults } from "./definitionFaults.ts"

/**
 * Reads a contest definition out of parsed JSON.
 * Gives the definition with every default filled in, or every fault with its path; a faulty one gives nothing else.
 */
export function parseDefinition(
  input: unknown,
): { ok: true; definition: ContestDefinition } | { ok: false; faults: DefinitionFault[] } {
  const result = v.safeParse(definitionSchema, input)
  if (!result.success) {
    return {
      ok: false,
      faults: result.issues.map((issue) => ({ path: pathOf(issue), message: issue.message })),
    }
  }
  const faults = definitionFaults(result.output)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, definition: result.output }
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = ""
  for (const { key } of issue.path ?? []) {
    path += typeof key === "number" ? `[${key}]` : path === "" ? String(key) : `.${String(key)}`
  }
  return path
}
