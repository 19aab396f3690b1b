import { allocateAwards } from "../../../contest/awards.ts"
import { keyCommitment, seedCommitment } from "../../../contest/commitment.ts"
import { drawOf } from "../../../contest/draw.ts"
import { countAllCorrect, mark } from "../../../contest/marking.ts"
import { predictionError, rank } from "../../../contest/ranking.ts"
import { reportRound } from "../../../contest/roundReport.ts"
import type { AnswerKey } from "../../../contest/vocabulary.ts"
import { canonicalJson } from "../../../contract/canonicalJson.ts"
import { paperHash } from "../../../contract/hash.ts"
import type { Results } from "../../../contract/results.ts"
import { sha256 } from "../../sha256.ts"
import type { Bundle } from "./bundle.ts"
import { Disagreement, mustAgree } from "./disagreement.ts"
import { mustBeSigned } from "./verifyLedger.ts"

/**
 * A division's results: commitments opened, the key as amended, every mark, N, the report, the ranking and each award.
 * Throws a Disagreement. Names and units of winners are held by the signature alone: the ledger has none.
 */
export async function verifyDivision(bundle: Bundle, results: Results): Promise<void> {
  const where = `results of ${results.division}`
  const commitments = bundle.contest.rounds.find(({ number }) => number === bundle.round)?.commitments
  const committed = commitments?.find(({ division }) => division === results.division)
  if (!committed) throw new Disagreement(where, "nothing was committed to")
  const { key, nonce, seed, root } = results.reveal
  mustAgree(
    `${where}, key and nonce against the commitment`,
    keyCommitment(canonicalJson(key), nonce, sha256),
    committed.key,
  )
  mustAgree(`${where}, seed against the commitment`, seedCommitment(seed, sha256), committed.seed)
  const paper = bundle.papers.find(({ division }) => division === results.division)
  if (!paper) throw new Disagreement(where, "there is no paper")
  mustAgree(`paper of ${results.division}, hash`, paper.paperHash, await paperHash(paper.questions))
  const amended = amendedKey(where, bundle, results)

  const excluded = new Set(results.excluded.map(({ code }) => code))
  const own = bundle.ledger.filter(({ division }) => division === results.division)
  for (const code of excluded) {
    if (!own.some((line) => line.code === code))
      throw new Disagreement(`${where}, excluded ${code}`, "is not in the ledger")
  }
  const questions = paper.questions.length
  const marked = own
    .filter(({ code }) => !excluded.has(code))
    .map((line) => ({
      ...line,
      participant: line.code,
      correct: mark(line.answers, amended),
      receivedAtSeconds: Date.parse(line.receivedAt) / 1000,
    }))
  const report = reportRound(
    marked.map(({ correct }) => correct),
    questions,
  )
  for (const [name, count] of Object.entries(report)) {
    mustAgree(`${where}, report, ${name}`, results.report[name as keyof typeof report], count)
  }
  const allCorrect = countAllCorrect(marked, questions)
  const draw = (code: string) => drawOf(seed, root, code, sha256)
  const ranked = rank(marked, { order: bundle.contest.ranking, questions, allCorrect, draw })
  const check = bundle.contest.awards.oneAwardPerPerson ? verifyOneAwardPerPerson : verifyAwards
  check(where, bundle, results, ranked, allCorrect)
  const { signature, ...statement } = results
  await mustBeSigned(where, statement, signature, bundle.keys)
}

function amendedKey(where: string, { revisions }: Bundle, results: Results): AnswerKey {
  const key: Record<string, readonly string[] | "void"> = { ...results.reveal.key }
  const own = revisions.filter(({ division }) => division === results.division)
  mustAgree(`${where}, revision`, results.revision, 1 + own.length)
  for (const { change, revision } of own) {
    if (change.kind !== "key") continue
    mustAgree(
      `revision ${revision}, key before`,
      canonicalJson(change.before),
      canonicalJson(key[change.question]),
    )
    key[change.question] = change.after
  }
  for (const { id, accepted } of results.questions) {
    mustAgree(`${where}, accepted options of ${id}`, canonicalJson(accepted), canonicalJson(key[id]))
  }
  mustAgree(`${where}, number of questions`, results.questions.length, Object.keys(key).length)
  return key
}

type Ranked = { code: string; correct: number; prediction: number; receivedAt: string; late: boolean }

function verifyAwards(
  where: string,
  { contest }: Bundle,
  results: Results,
  ranked: readonly Ranked[],
  allCorrect: number,
): void {
  const prizes = contest.awards.individual.filter(
    ({ division }) => division === undefined || division === results.division,
  )
  const awards = allocateAwards(ranked, prizes, results.questions.length)
  mustAgree(`${where}, number of awards`, results.awards.length, awards.length)
  for (const [place, { prize, entry, rank: at }] of awards.entries()) {
    const published = results.awards[place]
    const award = `${where}, award ${place + 1} (${prize.name})`
    mustAgree(`${award}, prize`, published?.prize, prize.id)
    mustAgree(`${award}, prize's name`, published?.prizeName, prize.name)
    mustAgree(`${award}, code`, published?.winner?.code, entry?.code)
    if (entry && published?.winner) verifyWinner(award, published.winner, entry, at, allCorrect)
  }
}

/**
 * Under one award a person the ledger cannot say who won before: then winners must be in the order of the ranking, and
 * each must be who they are said to be.
 */
function verifyOneAwardPerPerson(
  where: string,
  _: Bundle,
  results: Results,
  ranked: readonly Ranked[],
  allCorrect: number,
): void {
  const places = new Map(ranked.map(({ code }, index) => [code, index]))
  let before = -1
  for (const [place, { winner, prizeName }] of results.awards.entries()) {
    const award = `${where}, award ${place + 1} (${prizeName})`
    if (!winner) continue
    const at = places.get(winner.code)
    const entry = at === undefined ? undefined : ranked[at]
    if (at === undefined || !entry) throw new Disagreement(award, `${winner.code} is not ranked`)
    if (at <= before) throw new Disagreement(award, `${winner.code} stands behind a lower rank`)
    before = at
    verifyWinner(award, winner, entry, at + 1, allCorrect)
  }
}

function verifyWinner(
  award: string,
  winner: NonNullable<Results["awards"][number]["winner"]>,
  entry: Ranked,
  at: number | null,
  allCorrect: number,
): void {
  mustAgree(`${award}, rank`, winner.rank, at)
  mustAgree(`${award}, correct`, winner.correct, entry.correct)
  mustAgree(`${award}, prediction`, winner.prediction, entry.prediction)
  mustAgree(
    `${award}, prediction's error`,
    winner.predictionError,
    predictionError(entry.prediction, allCorrect),
  )
  mustAgree(`${award}, time`, winner.receivedAt, entry.receivedAt)
  mustAgree(`${award}, late`, winner.late, entry.late)
}
