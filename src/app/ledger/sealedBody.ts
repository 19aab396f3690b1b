import type { EntryBody } from "../../contract/entry.ts"

/** The entry as this app sealed it, out of an outbox row's body; null where that is none. */
export function sealedBody(body: string): Pick<EntryBody, "answers" | "prediction"> | null {
  try {
    const sealed = JSON.parse(body) as Partial<EntryBody>
    const { answers, prediction } = sealed
    return answers && prediction !== undefined ? { answers, prediction } : null
  } catch {
    // A row torn by an old fault: there is nothing to compare then.
    return null
  }
}
