import { readEntryCode } from "../../contract/entryCode.ts"
import type { Sql } from "../sql/sql.ts"

/** The pseudonym behind a code or reference, or why there is none. */
export type FoundPerson = { ok: true; person: string } | { ok: false; reason: string }

/** Finds a participant by the code of any of their entries, or by the reference that the help screen shows its owner. */
export async function findPerson(sql: Sql, contest: string, codeOrReference: string): Promise<FoundPerson> {
  const code = readEntryCode(codeOrReference)
  if (code === null)
    return {
      ok: false,
      reason: `"${codeOrReference}" is neither a code nor a reference: check its characters`,
    }
  const rows = await sql.query<{ person: string }>(
    `select person from entries where contest = $1 and code = $2
     union select person from participants where contest = $1 and reference = $2`,
    [contest, code],
  )
  const [first, ...others] = rows
  if (!first) return { ok: false, reason: `nobody in "${contest}" has ${code}` }
  // Forty bits: two of a million people may share a reference; codes of a round never do.
  if (others.length > 0)
    return { ok: false, reason: `${code} names ${rows.length} people; use the code of a receipt` }
  return { ok: true, person: first.person }
}
