import { createHash } from "node:crypto"
import type { Instant } from "../../contest/vocabulary.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import { entryCode } from "../../contract/entryCode.ts"
import { entryHash } from "../../contract/hash.ts"
import { toIso } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import type { StoredContest, StoredPaper } from "../store/contestStore.ts"
import { sqlContests } from "../store/sqlContests.ts"
import { sqlResults } from "../store/sqlResults.ts"
import { type PlannedEntry, planCrowd } from "./crowdPlan.ts"

/** Entrants of the first round; later rounds lose some, as real ones do. */
const crowdSize = 1500

/**
 * Lets the simulated crowd enter: everything planned up to `now` that is not there yet, in rounds that are not published.
 * Repeating it changes nothing. Signed and stored as real entries are, so that results and ledger treat them alike.
 */
export async function letCrowdEnter(
  sql: Sql,
  receipts: Receipts,
  contest: string,
  now: Instant,
): Promise<void> {
  const stored = await sqlContests(sql).contest(contest)
  if (!stored) return
  const papers = await sqlContests(sql).papers(contest)
  const published = await sqlResults(sql).publishedRounds(contest)
  for (const [index, round] of stored.definition.rounds.entries()) {
    // The made-up people belong to the contest's first division.
    const paper = papers.find(
      (one) => one.round === round.number && one.division === stored.definition.divisions[0]?.id,
    )
    if (!paper || round.opensAt > now || published.has(round.number)) continue
    const size = Math.round(crowdSize * 0.9 ** index)
    const entered = await sql.query<{ entries: number }>(
      "select count(*)::int as entries from entries where contest = $1 and round = $2 and person like 'crowd-%'",
      [contest, round.number],
    )
    // Planned in order of arrival: what is there is the beginning of the plan.
    const due = planCrowd(stored.definition, round, paper.bank, stored.units, size)
      .filter(({ receivedAt }) => receivedAt <= now)
      .slice(entered[0]?.entries ?? 0)
    for (let start = 0; start < due.length; start += 500) {
      await storeEntries(sql, receipts, stored, paper, due.slice(start, start + 500))
    }
  }
}

async function storeEntries(
  sql: Sql,
  receipts: Receipts,
  { definition }: StoredContest,
  paper: StoredPaper,
  planned: readonly PlannedEntry[],
): Promise<void> {
  const rows = await Promise.all(
    planned.map(async ({ person, name, unit, answers, prediction, receivedAt }) => {
      const second = toIso(Math.floor(receivedAt / 1000) * 1000)
      const counted = {
        answers,
        prediction,
        paperHash: paper.paperHash,
        rulesVersion: definition.rulesVersion,
      }
      const hash = await entryHash({ ...counted, answeredAt: second })
      const bytes = createHash("sha256").update(`${person} ${paper.round}`).digest()
      const code = entryCode(definition.codePrefix, paper.round, bytes)
      const receipt = await receipts.sign({
        code,
        contest: definition.id,
        round: paper.round,
        division: paper.division,
        ...(unit === undefined ? {} : { unit }),
        receivedAt: second,
        late: false,
        prediction,
        entryHash: hash,
      })
      return { person, name, unit: unit ?? null, code, answers, prediction, at: second, hash, receipt }
    }),
  )
  const json = canonicalJson(rows)
  const columns =
    "person text, name text, unit text, code text, answers jsonb, prediction int, at timestamptz, hash text, receipt text"
  await sql.transaction(async (transaction) => {
    await transaction.query(
      `insert into participants (contest, person, account, name, division, unit, declared, frozen_at)
       select $1, person, 'hue-s', name, $2, unit, true, at from jsonb_to_recordset($3::jsonb) as crowd (${columns})
       on conflict do nothing`,
      [definition.id, paper.division, json],
    )
    await transaction.query(
      `insert into entries (contest, round, person, division, unit, code, answers, prediction, rules_version,
                            answered_at, entry_hash, received_at, late, receipt)
       select $1, $2, person, $3, unit, code, answers, prediction, $4, at::text, hash, at, false, receipt
       from jsonb_to_recordset($5::jsonb) as crowd (${columns}) on conflict do nothing`,
      [definition.id, paper.round, paper.division, definition.rulesVersion, json],
    )
  })
}
