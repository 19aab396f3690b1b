import type { ContestDefinition } from "../../contest/definition.ts"
import { parseDefinition } from "../../contest/parseDefinition.ts"
import type { Instant } from "../../contest/vocabulary.ts"
import type { EntryBody } from "../../contract/entry.ts"
import { entryCode } from "../../contract/entryCode.ts"
import { toIso } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import type { InsertOutcome } from "../store/contestStore.ts"
import { sqlEntries } from "../store/sqlEntries.ts"
import { sqlResults } from "../store/sqlResults.ts"
import { writeAudit } from "./audit.ts"

/** How many refused attempts the extension admitted, or why it was refused. */
export type ExtendOutcome = { ok: true; admitted: number } | { ok: false; reason: string }

/** What an extension needs. `randomBytes`: cryptographic, for the codes of admitted attempts. */
export type ExtendRequest = {
  contest: string
  round: number
  closesAt: Instant
  reason: string
  who: string
  receipts: Receipts
  randomBytes: (count: number) => Uint8Array
}

/**
 * Lets a round close later, in one transaction; before publication only, and shown to all with its reason. Attempts that
 * were refused meanwhile and had arrived before the new close are admitted with the time they came; a person's earliest.
 */
export async function extendRound(sql: Sql, request: ExtendRequest, now: Instant): Promise<ExtendOutcome> {
  const { contest, round: number, closesAt, reason, who } = request
  if (reason.trim() === "") return refused("an extension needs a reason: it is published")
  return sql.transaction(async (transaction): Promise<ExtendOutcome> => {
    const [row] = await transaction.query<{ definition: { rounds: Record<string, unknown>[] } }>(
      "select definition from contests where id = $1 for update",
      [contest],
    )
    const before = row && parseDefinition(row.definition)
    if (!row || !before?.ok) return refused(`there is no contest "${contest}"`)
    const round = before.definition.rounds.find((one) => one.number === number)
    if (!round) return refused(`contest "${contest}" has no round ${number}`)
    if ((await sqlResults(transaction).publishedRounds(contest)).has(number))
      return refused(`round ${number} is published already`)
    if (closesAt <= round.closesAt)
      return refused(`round ${number} closes at ${toIso(round.closesAt)} already; give a later instant`)
    const rounds = row.definition.rounds.map((one) =>
      one.number === number
        ? {
            ...one,
            closesAt: toIso(closesAt),
            extended: { from: toIso(round.extended?.from ?? round.closesAt), reason },
          }
        : one,
    )
    const file = { ...row.definition, rounds }
    const after = parseDefinition(file)
    if (!after.ok) return refused(after.faults.map(({ path, message }) => `${path} ${message}`).join("; "))
    await transaction.query("update contests set definition = $2::jsonb where id = $1", [
      contest,
      JSON.stringify(file),
    ])
    await transaction.query("delete from frozen_rounds where contest = $1 and round = $2", [contest, number])
    const admitted = await admitAttempts(transaction, request, after.definition)
    await writeAudit(transaction, {
      at: now,
      who,
      what: "extend",
      why: reason,
      detail: { contest, round: number, from: toIso(round.closesAt), to: toIso(closesAt), admitted },
    })
    return { ok: true, admitted }
  })
}

async function admitAttempts(
  sql: Sql,
  { contest, round, closesAt, receipts, randomBytes }: ExtendRequest,
  definition: ContestDefinition,
): Promise<number> {
  type Row = {
    person: string
    entry_hash: string
    body: string
    received_at: Date
    division: string
    unit: string | null
  }
  const attempts = await sql.query<Row>(
    `select distinct on (a.person) a.person, a.entry_hash, a.body, a.received_at, p.division, p.unit
     from refused_attempts a join participants p using (contest, person)
     where a.contest = $1 and a.round = $2 and a.received_at < $3
       and not exists (select 1 from exclusions x where x.contest = $1 and x.person = a.person)
     order by a.person, a.received_at`,
    [contest, round, toIso(closesAt)],
  )
  let admitted = 0
  for (const { person, entry_hash: entryHash, body: text, received_at, division, unit } of attempts) {
    // The service's own words: stored when the attempt was checked and refused.
    const body = JSON.parse(text) as EntryBody
    const receivedAt = Math.floor(received_at.getTime() / 1000) * 1000
    const place = { division, ...(unit === null ? {} : { unit }) }
    let outcome: InsertOutcome = "code-taken"
    while (outcome === "code-taken") {
      const code = entryCode(definition.codePrefix, round, randomBytes(8))
      const statement = { code, contest, round, ...place, receivedAt: toIso(receivedAt), late: false }
      const receipt = await receipts.sign({ ...statement, prediction: body.prediction, entryHash })
      const entry = { round, person, ...place, code, body, entryHash, receivedAt, late: false, receipt }
      outcome = await sqlEntries(sql).insertEntry(contest, entry)
    }
    // Excluded in this very moment: what was kept as evidence stays evidence.
    if (outcome !== "stored" && outcome !== "already-entered") continue
    if (outcome === "stored") admitted += 1
    await sql.query(
      "delete from refused_attempts where contest = $1 and round = $2 and person = $3 and entry_hash = $4",
      [contest, round, person, entryHash],
    )
  }
  return admitted
}

function refused(reason: string): ExtendOutcome {
  return { ok: false, reason }
}
