import type { Revision } from "../../contract/results.ts"
import type { RevisionWords } from "../words/viRevisions.ts"

/** What an amendment did: an organiser's three ways, their way back, or somebody who no longer counts. */
export type ChangeKind = "accept-also" | "narrow" | "re-key" | "void" | "restore" | "exclusion"

/** Tells from before and after what was done. */
export function changeOf(change: Revision["change"]): ChangeKind {
  if (change.kind === "exclusion") return "exclusion"
  const { before, after } = change
  if (after === "void") return "void"
  if (before === "void") return "restore"
  if (before.every((option) => after.includes(option))) return "accept-also"
  return after.every((option) => before.includes(option)) ? "narrow" : "re-key"
}

/** The change in a sentence. `numberOf`: the place of a question in its paper, from 1; null where it is not known. */
export function changeSentence(
  change: Revision["change"],
  numberOf: (question: string) => number | null,
  words: RevisionWords,
): string {
  const kind = changeOf(change)
  if (change.kind === "exclusion" || kind === "exclusion") return words.exclusion
  const step = numberOf(change.question)
  return words.changes[kind](step === null ? words.someQuestion : words.question(step))
}
