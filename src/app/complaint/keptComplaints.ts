import type { ComplaintKind } from "../../contract/complaintTerms.ts"
import type { App } from "../createApp.ts"
import { readJson, writeJson } from "../state/storage.ts"

/** A complaint as far as it is written. */
export type Writing = { kind: ComplaintKind | null; round: number | null; text: string }
/** A filed complaint: its number, and until when (ISO 8601) there is an answer. */
export type FiledComplaint = { number: string; kind: ComplaintKind; dueAt: string }
/** What this phone keeps of one citizen's complaints: the one being written, and the numbers of those filed from here. */
export type KeptComplaints = { version: typeof version; writing: Writing; filed: readonly FiledComplaint[] }

const version = 1

export const nothingKept: KeptComplaints = {
  version,
  writing: { kind: null, round: null, text: "" },
  filed: [],
}

/**
 * Under which key the complaints of whoever is signed in now lie: by the service's pseudonym, else by a hash of the
 * account, as nobody who was never given a ticket has a pseudonym. Null: it cannot be told whose they are.
 */
export async function complaintsKey(app: App): Promise<string | null> {
  const { session, contest, deps } = app
  const prefix = `hues.complaint.${contest.view.peek()?.id ?? ""}.`
  const claims = session.claims.peek()
  const byAccount = claims && (await deps.sha256(`${claims.issuer}|${claims.subject}`).catch(() => null))
  const owner = session.owner.peek()
  const keys = [owner, byAccount].filter((who): who is string => Boolean(who)).map((who) => prefix + who)
  // Begun before the first ticket, it goes on where it was begun.
  return keys.find((key) => readJson(deps.storage, key) !== null) ?? keys[0] ?? null
}

/** What is kept under the key; nothing for null. */
export function readComplaints(app: App, key: string | null): KeptComplaints {
  const kept = key === null ? null : readJson<KeptComplaints>(app.deps.storage, key)
  return kept?.version === version ? kept : nothingKept
}

/** False when it could not be kept. */
export function keepComplaints(app: App, key: string | null, kept: KeptComplaints): boolean {
  return key !== null && writeJson(app.deps.storage, key, kept)
}
