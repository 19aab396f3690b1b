import { randomBytes } from "node:crypto"
import { keyCommitment, seedCommitment } from "../../contest/commitment.ts"
import type { ContestDefinition } from "../../contest/definition.ts"
import { parseDefinition } from "../../contest/parseDefinition.ts"
import type { BankQuestion, Instant } from "../../contest/vocabulary.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import { paperHash } from "../../contract/hash.ts"
import { publicQuestion } from "../routes/paper.ts"
import { sha256 } from "../sha256.ts"
import type { Sql } from "../sql/sql.ts"
import { answerKeyOf } from "./answerKey.ts"
import { writeAudit } from "./audit.ts"
import type { ContestFolder } from "./contestFolder.ts"

/** What loading did, in sentences for the organiser, or what is locked and therefore refused it. */
export type LoadOutcome = { ok: true; changes: string[] } | { ok: false; locked: string[] }

/**
 * Loads a contest, or updates what is not locked yet, in one transaction: ranking, prizes, divisions, prediction, paper form
 * and rounds already open lock when round 1 opens, a paper with its key when its own round opens. A change to what is
 * locked refuses the whole load. Each paper gets a nonce and a seed when it comes or changes, and their commitments.
 */
export async function loadContest(
  sql: Sql,
  folder: ContestFolder,
  who: string,
  now: Instant,
): Promise<LoadOutcome> {
  const { definition, definitionFile, units } = folder
  return sql.transaction(async (transaction) => {
    const [stored] = await transaction.query<{ definition: unknown; units: unknown }>(
      "select definition, units from contests where id = $1",
      [definition.id],
    )
    const papers = await paperChanges(transaction, folder)
    const locked = [
      ...(stored ? lockedMembers(stored, folder, now) : []),
      ...papers
        .filter(({ round, change }) => change === "changed" && hasOpened(definition, round, now))
        .map(
          ({ round, division }) => `the paper of round ${round}, division ${division}: its round has opened`,
        ),
    ]
    if (locked.length > 0) return { ok: false, locked }

    await transaction.query(
      `insert into contests (id, definition, units) values ($1, $2::jsonb, $3::jsonb)
       on conflict (id) do update set definition = excluded.definition, units = excluded.units`,
      [definition.id, JSON.stringify(definitionFile), JSON.stringify(units)],
    )
    await transaction.query(
      `insert into practice (contest, bank) values ($1, $2::jsonb)
       on conflict (contest) do update set bank = excluded.bank`,
      [definition.id, JSON.stringify(folder.practice)],
    )
    const changes = [stored ? `contest ${definition.id} updated` : `contest ${definition.id} loaded`]
    for (const { round, division, bank, change } of papers) {
      if (change === "same") continue
      const commitments = await storePaper(transaction, definition.id, round, division, bank)
      changes.push(`round ${round}, division ${division}: paper ${change}, key commitment ${commitments.key}`)
    }
    await writeAudit(transaction, { at: now, who, what: "load", detail: { contest: definition.id, changes } })
    return { ok: true, changes }
  })
}

function hasOpened({ rounds }: ContestDefinition, number: number, now: Instant): boolean {
  const round = rounds.find((one) => one.number === number)
  return round !== undefined && now >= round.opensAt
}

function lockedMembers(
  stored: { definition: unknown; units: unknown },
  folder: ContestFolder,
  now: Instant,
): string[] {
  const before = parseDefinition(stored.definition)
  if (!before.ok) throw new Error(`a stored contest definition is faulty: ${JSON.stringify(before.faults)}`)
  const [first] = before.definition.rounds
  if (!first || now < first.opensAt) return []
  const { definition, units } = folder
  const opened = (one: ContestDefinition) =>
    one.rounds.filter((round) => hasOpened(before.definition, round.number, now))
  const pairs: [string, unknown, unknown][] = [
    ["ranking", before.definition.ranking, definition.ranking],
    ["awards", before.definition.awards, definition.awards],
    ["divisions", before.definition.divisions, definition.divisions],
    ["eligibility", before.definition.eligibility, definition.eligibility],
    ["paper", before.definition.paper, definition.paper],
    ["prediction", before.definition.prediction, definition.prediction],
    ["late", before.definition.late, definition.late],
    ["codePrefix", before.definition.codePrefix, definition.codePrefix],
    ["standings", before.definition.standings, definition.standings],
    ["rulesVersion", before.definition.rulesVersion, definition.rulesVersion],
    ["rounds that have opened", opened(before.definition), opened(definition)],
    ["units", stored.units, units],
  ]
  return pairs
    .filter(([, old, now]) => canonicalJson(old) !== canonicalJson(now))
    .map(([name]) => `${name}: round 1 has opened`)
}

type PaperChange = ContestFolder["papers"][number] & { change: "new" | "changed" | "same" }

async function paperChanges(sql: Sql, { definition, papers }: ContestFolder): Promise<PaperChange[]> {
  const rows = await sql.query<{ round: number; division: string; bank: BankQuestion[] }>(
    "select round, division, bank from papers where contest = $1",
    [definition.id],
  )
  return papers.map((paper) => {
    const stored = rows.find(({ round, division }) => round === paper.round && division === paper.division)
    if (!stored) return { ...paper, change: "new" }
    return { ...paper, change: canonicalJson(stored.bank) === canonicalJson(paper.bank) ? "same" : "changed" }
  })
}

async function storePaper(
  sql: Sql,
  contest: string,
  round: number,
  division: string,
  bank: BankQuestion[],
): Promise<{ key: string; seed: string }> {
  const nonce = randomBytes(32).toString("hex")
  const seed = randomBytes(32).toString("hex")
  const commitments = {
    key: keyCommitment(canonicalJson(answerKeyOf(bank)), nonce, sha256),
    seed: seedCommitment(seed, sha256),
  }
  await sql.query(
    `insert into papers (contest, round, division, bank, paper_hash, nonce, seed, key_commitment, seed_commitment)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9)
     on conflict (contest, round, division) do update set bank = excluded.bank, paper_hash = excluded.paper_hash,
       nonce = excluded.nonce, seed = excluded.seed, key_commitment = excluded.key_commitment,
       seed_commitment = excluded.seed_commitment`,
    [
      contest,
      round,
      division,
      JSON.stringify(bank),
      await paperHash(bank.map(publicQuestion)),
      nonce,
      seed,
      commitments.key,
      commitments.seed,
    ],
  )
  return commitments
}
