import { phaseAt } from "../../../contest/calendar.ts"
import { contestListSchema, contestViewSchema } from "../../../contract/contestView.ts"
import { routes } from "../../../contract/routes.ts"
import { standingsSchema } from "../../../contract/standings.ts"
import { bodyOf, refusalFaults } from "../expect.ts"
import { brief } from "../http.ts"
import type { Rule } from "../rule.ts"

/** What anyone may read of a contest. */
export const contestRules: readonly Rule[] = [
  {
    id: "contest-list",
    says: "The list of contests names each once, with title and phase",
    source: "GET /contests",
    stage: "open",
    async *faults({ call, contest }) {
      const { contests } = bodyOf(contestListSchema, await call("GET", routes.contests()))
      const ids = contests.map(({ id }) => id)
      if (new Set(ids).size < ids.length) yield `named twice: ${ids.join(", ")}`
      if (!ids.includes(contest.id)) yield `${contest.id} is not in it`
    },
  },
  {
    id: "contest-phases",
    says: "Each round's phase follows from its half-open window and the service's Date",
    source: "GET /contests/{c}; half-open [opensAt, closesAt)",
    stage: "open",
    async *faults({ call, contest }) {
      const answer = await call("GET", routes.contest(contest.id))
      const now = Date.parse(answer.headers.get("date") ?? "")
      for (const { number, opensAt, closesAt, phase } of bodyOf(contestViewSchema, answer).rounds) {
        const byWindow = phaseAt({ opensAt: Date.parse(opensAt), closesAt: Date.parse(closesAt) }, now)
        if (phase !== byWindow && !(phase === "published" && byWindow === "closed"))
          yield `round ${number} is ${phase}, its window says ${byWindow}`
      }
    },
  },
  {
    id: "commitments",
    says: "A round that is open has the commitments of every division's key and draw",
    source: "GET /contests/{c}; commitments before a round opens",
    stage: "open",
    async *faults({ call, contest, round }) {
      const view = bodyOf(contestViewSchema, await call("GET", routes.contest(contest.id)))
      const own = view.rounds.find(({ number }) => number === round.number)
      for (const { id } of view.divisions) {
        const those = own?.commitments.filter(({ division }) => division === id) ?? []
        if (those.length !== 1) yield `division ${id} has ${those.length} commitments`
      }
    },
  },
  {
    id: "contest-etag",
    says: "A contest carries an ETag, and who has that version gets 304 without a body",
    source: "GET /contests/{c}: ETag",
    stage: "open",
    async *faults({ call, contest }) {
      const first = await call("GET", routes.contest(contest.id))
      const etag = first.headers.get("etag")
      if (etag === null) return yield `no ETag in ${brief(first)}`
      const again = await call("GET", routes.contest(contest.id), { headers: { "if-none-match": etag } })
      if (again.status !== 304 || again.text !== "") yield `with If-None-Match: ${brief(again)}`
    },
  },
  {
    id: "unknown-places",
    says: "A contest or round that does not exist is 404 with its own code",
    source: "Problems: contest-unknown, round-unknown",
    stage: "open",
    async *faults({ call, contest, division }) {
      const noRound = Math.max(...contest.rounds.map(({ number }) => number)) + 1
      const nowhere = await call("GET", routes.contest("no-such-contest"))
      yield* refusalFaults(nowhere, "contest-unknown", "an invented contest")
      const never = await call("GET", routes.paper(contest.id, noRound, division))
      yield* refusalFaults(never, "round-unknown", `round ${noRound}`)
      const results = await call("GET", routes.results(contest.id, noRound, division))
      yield* refusalFaults(results, "round-unknown", `results of round ${noRound}`)
    },
  },
  {
    id: "unknown-address",
    says: "An address that is none of the API's is a problem, not a page",
    source: "Problems: route-unknown",
    stage: "open",
    async *faults({ call }) {
      yield* refusalFaults(await call("GET", "/nothing/of/this"), "route-unknown", "an invented address")
    },
  },
  {
    id: "standings",
    says: "Standings give leagues in order of rank, the formula and as of when",
    source: "GET /contests/{c}/standings",
    stage: "open",
    async *faults({ call, contest }) {
      const { leagues } = bodyOf(
        standingsSchema,
        await call("GET", `${routes.contest(contest.id)}/standings`),
      )
      for (const { rows } of leagues) {
        const ranks = rows.flatMap(({ rank }) => rank ?? [])
        if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) yield `ranks out of order: ${ranks}`
        for (const { unit, rank, unrankedBecause } of rows)
          if ((rank === null) === (unrankedBecause === null))
            yield `${unit.id}: neither rank nor why not, or both`
      }
    },
  },
]
