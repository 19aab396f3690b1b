import { drawOf } from "../../../contest/draw.ts"
import { mark } from "../../../contest/marking.ts"
import type { MarkedEntry } from "../../../contest/vocabulary.ts"
import type { Results } from "../../../contract/results.ts"
import { toIso } from "../../clock.ts"
import { planCrowd } from "../../demo/crowdPlan.ts"
import { sha256 } from "../../sha256.ts"
import type { Sql } from "../../sql/sql.ts"
import type { StoredContest, StoredPaper } from "../../store/contestStore.ts"
import { sqlContests } from "../../store/sqlContests.ts"
import { sqlResults } from "../../store/sqlResults.ts"
import { answerKeyOf } from "../answerKey.ts"
import { type Command, needed, neededOption, Refused, roundNumber } from "../command.ts"
import { readOrder, type SimulatedPrize, simulateRanking } from "../simulate.ts"
import { formatOption, formatRows } from "../tableOutput.ts"

/** `simulate <contest> <round>` */
export const simulate: Command = {
  usage: "simulate <contest> <round> --ranking correct,received,prediction [--generate 5000] [--format …]",
  about: "who would win under another order of the criteria, on a published round or on generated entries",
  details:
    "Nothing is changed. --generate makes up that many entries instead of reading the round's; a round that is not published needs it.",
  options: { ranking: { type: "string" }, generate: { type: "string" }, ...formatOption },
  async run({ sql }, [contest, round], options) {
    const order = readOrder(neededOption(options, "ranking"))
    if (!order)
      throw new Refused("--ranking starts with correct, then prediction and received in either order")
    const id = needed(contest, "contest")
    const number = roundNumber(round)
    const stored = await sqlContests(sql).contest(id)
    if (!stored) throw new Refused(`there is no contest "${id}"`)
    const papers = (await sqlContests(sql).papers(id)).filter((paper) => paper.round === number)
    if (papers.length === 0) throw new Refused(`round ${number} of "${id}" has no paper`)
    const rows: Record<string, string | number>[] = []
    for (const paper of papers) {
      const { entries, draw } =
        options.generate === undefined
          ? await publishedEntries(sql, stored, paper)
          : generatedEntries(stored, paper, String(options.generate))
      const prizes = simulateRanking(stored.definition, paper.division, entries, order, draw)
      rows.push(...prizes.map((prize) => ({ division: paper.division, ...outputRow(prize) })))
    }
    return formatRows(rows, options.format)
  },
}

type Entries = { entries: MarkedEntry[]; draw: (code: string) => string }

async function publishedEntries(
  sql: Sql,
  { definition }: StoredContest,
  { round, division }: StoredPaper,
): Promise<Entries> {
  const results: Results | null = await sqlResults(sql).results(definition.id, round, division)
  if (!results)
    throw new Refused(
      `round ${round} is not published: marks leave the service only then. Try --generate 5000`,
    )
  const entries = await sql.query<MarkedEntry>(
    `select e.code, m.correct, e.prediction, extract(epoch from e.received_at)::float8 as "receivedAtSeconds", e.late
     from marks m join entries e using (contest, round, person)
     where m.contest = $1 and m.round = $2 and m.division = $3 and m.revision = $4 and m.counted`,
    [definition.id, round, division, results.revision],
  )
  const { seed, root } = results.reveal
  return { entries, draw: (code) => drawOf(seed, root, code, sha256) }
}

function generatedEntries({ definition, units }: StoredContest, paper: StoredPaper, count: string): Entries {
  const size = Number(count)
  if (!Number.isInteger(size) || size < 1 || size > 1_000_000)
    throw new Refused("--generate takes 1 to 1000000")
  const round = definition.rounds.find(({ number }) => number === paper.round)
  if (!round) throw new Refused(`the contest has no round ${paper.round}`)
  const key = answerKeyOf(paper.bank)
  const entries = planCrowd(definition, round, paper.bank, units, size).map(
    ({ person, answers, prediction, receivedAt }) => ({
      code: person,
      correct: mark(answers, key),
      prediction,
      receivedAtSeconds: Math.floor(receivedAt / 1000),
      late: false,
    }),
  )
  return { entries, draw: (code) => sha256(code) }
}

function outputRow({ prize, code, correct, error, receivedAtSeconds, alsoNow }: SimulatedPrize) {
  return {
    prize,
    code: code ?? "(not awarded)",
    correct: correct ?? "",
    error: error ?? "",
    receivedAt: receivedAtSeconds === null ? "" : toIso(receivedAtSeconds * 1000),
    "wins now too": alsoNow ? "yes" : "",
  }
}
