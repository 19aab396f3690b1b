import type { ContestDefinition } from "../../contest/definition.ts"
import type { EntryBody } from "../../contract/entry.ts"
import type { StoredPaper } from "../store/contestStore.ts"
import { Refusal } from "./problem.ts"

/**
 * Why an entry does not fit its paper, or null where it does: this paper's version (`paper-stale`), exactly its questions,
 * options of each, and the definition's bound on the prediction (`invalid-entry` with every issue's path).
 */
export function misfit(
  body: EntryBody,
  paper: StoredPaper,
  { prediction }: ContestDefinition,
): Refusal | null {
  if (body.paperHash !== paper.paperHash) return new Refusal("paper-stale")
  const issues = paper.bank.flatMap(({ id, options }) => {
    const chosen = Object.hasOwn(body.answers, id) ? body.answers[id] : undefined
    if (chosen === undefined) return [{ path: `answers.${id}`, message: "is missing" }]
    return options.some((option) => option.id === chosen)
      ? []
      : [{ path: `answers.${id}`, message: "is no option of this question" }]
  })
  const asked = new Set(paper.bank.map(({ id }) => id))
  for (const id of Object.keys(body.answers)) {
    if (!asked.has(id))
      issues.push({ path: `answers.${id.slice(0, 64)}`, message: "is no question of this paper" })
  }
  if (body.prediction > prediction.max) {
    issues.push({ path: "prediction", message: `must be at most ${prediction.max}` })
  }
  return issues.length > 0 ? new Refusal("invalid-entry", { issues }) : null
}
