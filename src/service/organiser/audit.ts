import type { Instant } from "../../contest/vocabulary.ts"
import type { Sql } from "../sql/sql.ts"

/** One change an organiser made. `who`: the operator's account name; `why`: the reason given, where one is asked. */
export type AuditNote = {
  at: Instant
  who: string
  what: string
  why?: string
  detail: Record<string, unknown>
}

/** Appends to the audit table; nothing in the service changes or deletes a row of it. */
export async function writeAudit(sql: Sql, { at, who, what, why, detail }: AuditNote): Promise<void> {
  await sql.query("insert into audit (at, who, what, why, detail) values ($1, $2, $3, $4, $5::jsonb)", [
    new Date(at).toISOString(),
    who,
    what,
    why ?? null,
    JSON.stringify(detail),
  ])
}
