import { Hono } from "hono"
import { etag } from "hono/etag"
import type * as v from "valibot"
import { graceEndsAt, phaseAt } from "../../contest/calendar.ts"
import type { Instant, RoundPhase } from "../../contest/vocabulary.ts"
import type { ContestList, contestListSchema, contestViewSchema } from "../../contract/contestView.ts"
import { type Clock, toIso } from "../clock.ts"
import type { Service } from "../service.ts"
import type { StoredContest } from "../store/contestStore.ts"
import { contestOf } from "./lookUp.ts"

type ContestAnswer = v.InferInput<typeof contestViewSchema>

/** `GET /contests`, `GET /contests/{c}`: what anyone may know, without a credential. */
export function contestRoutes(service: Service): Hono {
  const { store, clock } = service
  const app = new Hono()
  app.get("/contests", async (c) => {
    const contests = await Promise.all(
      (await store.contests()).map(async ({ definition }) => {
        const published = await store.publishedRounds(definition.id)
        return {
          id: definition.id,
          title: definition.title,
          phase: contestPhase(definition.rounds, published, clock),
        }
      }),
    )
    return c.json({ contests } satisfies v.InferInput<typeof contestListSchema>, 200, {
      "cache-control": "no-cache",
    })
  })
  app.get("/contests/:contest", etag(), async (c) => {
    const contest = await contestOf(service, c.req.param("contest"))
    return c.json(await contestAnswer(service, contest), 200, { "cache-control": "no-cache" })
  })
  return app
}

/** A contest as anyone may know it, with the phases of this moment. */
export async function contestAnswer(
  { store, clock }: Service,
  { definition, units }: StoredContest,
): Promise<ContestAnswer> {
  const [papers, entrants, published] = await Promise.all([
    store.papers(definition.id),
    store.entrants(definition.id),
    store.publishedRounds(definition.id),
  ])
  const now = clock()
  return {
    ...definition,
    units,
    rounds: definition.rounds.map((round) => ({
      number: round.number,
      opensAt: toIso(round.opensAt),
      closesAt: toIso(round.closesAt),
      ...(round.resultsDueAt === undefined ? {} : { resultsDueAt: toIso(round.resultsDueAt) }),
      ...(round.extended ? { extended: { ...round.extended, from: toIso(round.extended.from) } } : {}),
      phase: roundPhase(round, published, now),
      ...publishedAt(published.get(round.number)),
      commitments: papers
        .filter((paper) => paper.round === round.number)
        .map(({ division, keyCommitment, seedCommitment }) => ({
          division,
          key: keyCommitment,
          seed: seedCommitment,
        })),
      entrants: entrants.get(round.number) ?? 0,
    })),
  }
}

function publishedAt(instant: Instant | undefined): { publishedAt?: string } {
  return instant === undefined ? {} : { publishedAt: toIso(instant) }
}

type RoundWindow = { number: number; opensAt: Instant; closesAt: Instant }

function roundPhase(round: RoundWindow, published: ReadonlyMap<number, Instant>, now: Instant): RoundPhase {
  return published.has(round.number) ? "published" : phaseAt(round, now)
}

/** The phase of the round that is on, else of the next one, else of the last. */
function contestPhase(
  rounds: readonly RoundWindow[],
  published: ReadonlyMap<number, Instant>,
  clock: Clock,
): ContestList["contests"][number]["phase"] {
  const now = clock()
  const current = rounds.find((round) => now < graceEndsAt(round, 0)) ?? rounds.at(-1)
  return current ? roundPhase(current, published, now) : "upcoming"
}
