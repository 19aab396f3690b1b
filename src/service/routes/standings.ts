import { Hono } from "hono"
import { unitStandings } from "../../contest/standings.ts"
import type { Standings } from "../../contract/standings.ts"
import { toIso } from "../clock.ts"
import type { Service } from "../service.ts"
import type { StoredContest } from "../store/contestStore.ts"
import { contestOf } from "./lookUp.ts"

/** `GET /contests/{c}/standings`: units in their leagues over the published rounds. */
export function standingsRoutes(service: Service): Hono {
  const app = new Hono()
  app.get("/contests/:contest/standings", async (c) => {
    const contest = await contestOf(service, c.req.param("contest"))
    return c.json(await standingsOf(service, contest), 200, { "cache-control": "public, max-age=60" })
  })
  return app
}

/** The standings as of now, with the totals that the arithmetic can be repeated from. */
export async function standingsOf(
  { store, clock }: Pick<Service, "store" | "clock">,
  { definition, units }: StoredContest,
): Promise<Standings> {
  const published = await store.publishedRounds(definition.id)
  const done = await store.unitRounds(definition.id)
  const rounds = [...published.keys()].sort((a, b) => a - b)
  const perRound = rounds.map((round) => done.get(round) ?? new Map())
  return {
    contest: definition.id,
    asOf: toIso(clock()),
    rounds,
    formula: definition.standings,
    leagues: unitStandings(definition, units, perRound).map(({ kinds, prizes, rows }) => ({
      kinds: [...kinds],
      prizes,
      rows: rows.map(({ unit: { id, name, headcount }, ...row }) => ({
        unit: { id, name, ...(headcount === undefined ? {} : { headcount }) },
        perRound: perRound.map((round) => round.get(id) ?? { entrants: 0, correct: 0 }),
        ...row,
      })),
    })),
  }
}
