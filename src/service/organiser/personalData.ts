import { randomBytes } from "node:crypto"
import type { ContestDefinition } from "../../contest/definition.ts"
import type { Instant } from "../../contest/vocabulary.ts"
import { toIso } from "../clock.ts"
import type { Sql } from "../sql/sql.ts"
import { writeAudit } from "./audit.ts"

const dayMs = 86_400_000

/** Until when complaints about a contest may come in; from then on pseudonyms of erased people become random. */
export function complaintsEndAt({ rounds, privacy }: ContestDefinition): Instant {
  const last = rounds.reduce(
    (latest, { closesAt, resultsDueAt }) => Math.max(latest, resultsDueAt ?? closesAt),
    0,
  )
  return last + privacy.complaintDays * dayMs
}

/** Everything kept about one person, as plain JSON for who asks for it. */
export async function exportPerson(
  sql: Sql,
  contest: string,
  person: string,
): Promise<Record<string, unknown>> {
  const rows = (table: string, columns: string) =>
    sql.query(`select ${columns} from ${table} where contest = $1 and person = $2`, [contest, person])
  return {
    contest,
    participant: await rows("participants", "reference, account, name, division, unit, declared, frozen_at"),
    entries: await rows("entries", "round, code, answers, prediction, received_at, late, receipt"),
    results: await rows("marks", "round, revision, correct, counted, rank, award"),
    refusedAttempts: await rows("refused_attempts", "round, body, received_at"),
    complaints: await rows("complaints", "number, kind, round, text, received_at, due_at, answer"),
    exclusion: await rows("exclusions", "reason, excluded_at"),
  }
}

/**
 * Takes name and unit out at once and notes the day on which the pseudonym becomes random; entries stay, and with them
 * the ledger. Published results keep the masked name that they were signed with.
 */
export async function erasePerson(
  sql: Sql,
  definition: ContestDefinition,
  person: string,
  who: string,
  now: Instant,
): Promise<Instant> {
  const dueAt = Math.max(now, complaintsEndAt(definition))
  await sql.transaction(async (transaction) => {
    const where = [definition.id, person]
    await transaction.query(
      "update participants set name = null, unit = null where contest = $1 and person = $2",
      where,
    )
    await transaction.query("update entries set unit = null where contest = $1 and person = $2", where)
    await transaction.query(
      `insert into erasures (contest, person, due_at) values ($1, $2, $3)
       on conflict (contest, person) do nothing`,
      [...where, toIso(dueAt)],
    )
    await writeAudit(transaction, {
      at: now,
      who,
      what: "erase",
      detail: { contest: definition.id, dueAt: toIso(dueAt) },
    })
  })
  return dueAt
}

/** Makes the pseudonyms of erased people random where that is due: nobody, the service included, can find them again. */
export async function applyDueErasures(sql: Sql, now: Instant): Promise<number> {
  return sql.transaction(async (transaction) => {
    const due = await transaction.query<{ contest: string; person: string }>(
      "select contest, person from erasures where done_at is null and due_at <= $1 for update",
      [toIso(now)],
    )
    for (const { contest, person } of due) {
      const stranger = `erased-${randomBytes(24).toString("base64url")}`
      for (const table of ["participants", "entries", "marks", "refused_attempts", "exclusions"]) {
        await transaction.query(`update ${table} set person = $3 where contest = $1 and person = $2`, [
          contest,
          person,
          stranger,
        ])
      }
      // The receipt has the unit in it, the complaint what the person wrote, the reference leads back to the pseudonym.
      await transaction.query("update entries set receipt = '' where contest = $1 and person = $2", [
        contest,
        stranger,
      ])
      await transaction.query("update participants set reference = '' where contest = $1 and person = $2", [
        contest,
        stranger,
      ])
      await transaction.query("delete from complaints where contest = $1 and person = $2", [contest, person])
      await transaction.query(
        "update erasures set done_at = $3, person = $4 where contest = $1 and person = $2",
        [contest, person, toIso(now), stranger],
      )
    }
    return due.length
  })
}

/**
 * At the end of the complaint window: names, declared units and complaints of everybody go; entries keep the unit that they
 * count for. Gives how many participants it was.
 */
export async function purgeNames(
  sql: Sql,
  definition: ContestDefinition,
  who: string,
  now: Instant,
): Promise<number> {
  return sql.transaction(async (transaction) => {
    const purged = await transaction.query(
      "update participants set name = null, unit = null where contest = $1 and (name is not null or unit is not null) returning person",
      [definition.id],
    )
    await transaction.query("delete from complaints where contest = $1 and answer is not null", [
      definition.id,
    ])
    const detail = { contest: definition.id, participants: purged.length }
    await writeAudit(transaction, { at: now, who, what: "purge", detail })
    return purged.length
  })
}
