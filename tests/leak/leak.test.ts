import type { Hono } from "hono"
import { afterEach, describe, expect, it } from "vitest"
import { apiRoutes } from "../../src/service/openapi/apiRoutes.ts"
import { tour, withDocument } from "../openapi/tour.ts"
import { closesAt, graceEndsAt, opensAt, sampleBank, type TestService } from "../service/testService.ts"
import { openTwins, type Spoil, type Twins } from "./twins.ts"

let twins: Twins
afterEach(() => twins.close())

const byFirstKey = Object.fromEntries(sampleBank().map(({ id, accepted }) => [id, accepted[0] ?? ""]))
const bySecondKey = Object.fromEntries(sampleBank().map(({ id }) => [id, "d"]))

/** Everything that leaves a service in answer to one request, in one text. */
type Seen = string

/** The two things that may differ, and the ETag of a body that has one of them; nothing else is masked. */
function masked(text: string, headers: [string, string][]): Seen {
  const body = text
    .replace(/"signature":"[\w-]+\.[\w-]+\.[\w-]+"/g, '"signature":"…"')
    .replace(/"commitments":\[[^\]]*\]/g, (those) =>
      those.replace(/"(key|seed)":"[0-9a-f]{64}"/g, '"$1":"…"'),
    )
  const hasCommitments = body.includes('"commitments":[{')
  const lines = headers.map(([name, value]) => `${name}: ${name === "etag" && hasCommitments ? "…" : value}`)
  return [...lines.sort(), body].join("\n")
}

/** All a service says to everyone, on every route, at one instant; entries and complaints are sent, too. */
async function lookRound(app: Hono, the: TestService, person: string): Promise<Record<string, Seen>> {
  const credentials = await prepared(the, person)
  const body = await the.body({ answers: byFirstKey })
  const visits = await tour(withDocument(app), {
    callers: credentials,
    values: { contest: ["sample", "nothing"], round: ["1", "2", "9"], code: ["HS1-0000-0000-0"] },
    bodies: {
      TicketRequest: { unit: "ward" },
      EntryBody: body,
      ComplaintRequest: { kind: "other", text: "Nội dung" },
    },
  })
  const seen = Object.fromEntries(
    visits.map(({ route, url, as, status, headers, text }) => [
      `${route.method} ${url} as ${as}: ${status}`,
      masked(text, [...headers]),
    ]),
  )
  for (const path of ["/healthz", "/readyz", "/metrics", "/api/v1/nothing"]) {
    const answer = await app.request(path)
    seen[`get ${path}: ${answer.status}`] = masked(await answer.text(), [...answer.headers])
  }
  return seen
}

/** The same tokens for both services: made once. */
const kept = new Map<string, Promise<Record<string, string | undefined>>>()
function prepared(the: TestService, person: string) {
  const known = kept.get(person) ?? makeCredentials(the, person)
  kept.set(person, known)
  return known
}
async function makeCredentials(the: TestService, person: string) {
  const claims = (who: string) => ({ name: `Nguyễn Thị ${who}` })
  return {
    anonymous: undefined,
    entrant: await the.token(person, claims(person)),
    other: await the.token(`other than ${person}`, claims("Khác")),
    ticket: await ticketOf(the, person),
  }
}

/** A ticket as both services would issue it: they share its key. */
async function ticketOf(the: TestService, person: string, issuedAt = opensAt + 1000): Promise<string> {
  const identity = { sub: "", person, account: "vneid", assurance: 2, iat: 0, exp: 0 } as const
  const pseudonym = the.service.personOf(the.definition, identity) ?? ""
  const claims = { person: pseudonym, contest: "sample", round: 1, division: "all", unit: "ward", issuedAt }
  return the.service.tickets.issue(claims, graceEndsAt + 86_400_000)
}

/** Citizens who are all right by one key and all wrong by the other, and some between. */
async function enterCrowd({ the, first, second }: Twins): Promise<void> {
  const crowd = [byFirstKey, bySecondKey, { ...byFirstKey, r1q01: "c" }, { ...bySecondKey, r1q02: "a" }]
  for (const [index, answers] of crowd.entries()) {
    const credential = await ticketOf(the, `crowd-${index}`)
    const body = JSON.stringify(await the.body({ answers, prediction: index }))
    const texts = []
    for (const { app } of [first, second]) {
      const answer = await app.request("/api/v1/contests/sample/rounds/1/entry", {
        method: "PUT",
        headers: { authorization: `Bearer ${credential}`, "content-type": "application/json" },
        body,
      })
      texts.push(`${answer.status} ${masked(await answer.text(), [...answer.headers])}`)
    }
    expect(texts[0]).toMatch(/^201/)
    expect(texts[1]).toBe(texts[0])
  }
}

/** Walks both through a round up to publication. Gives what differed, and how much was compared. */
async function compare(pair: Twins) {
  kept.clear()
  const differing: string[] = []
  let compared = 0
  const look = async (now: number, person: string) => {
    pair.the.setClock(now)
    const [first, second] = [
      await lookRound(pair.first.app, pair.the, person),
      await lookRound(pair.second.app, pair.the, person),
    ]
    for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
      compared += 1
      if (first[name] !== second[name]) differing.push(`${name}\n${first[name]}\n– and –\n${second[name]}`)
    }
  }
  await look(opensAt - 1, "early")
  pair.the.setClock(opensAt + 1000)
  await enterCrowd(pair)
  await look(opensAt + 2000, "on-time")
  for (const { checkpoint } of [pair.first, pair.second]) await checkpoint(opensAt + 3000)
  await look(closesAt - 1, "last")
  await look(closesAt, "late")
  await look(graceEndsAt, "too-late")
  await look(graceEndsAt + 3_600_000, "waiting")
  if (pair.first.logged.join("\n") !== pair.second.logged.join("\n")) differing.push("the log")
  return { differing, compared }
}

describe("before publication nobody can tell which answer key a service has", () => {
  it("from any answer, header, log line or metric, on any route, as anyone", async () => {
    twins = await openTwins()
    const { differing, compared } = await compare(twins)
    expect(differing).toEqual([])
    expect(compared).toBeGreaterThan(6 * 4 * apiRoutes.length)
    expect(twins.first.logged.length).toBeGreaterThan(compared / 2)
  })

  it.each<[string, Spoil]>([
    [
      "the log tells how many are all right",
      (service) => ({
        ...service,
        log: (event, fields) =>
          service.log(event, event === "entry-stored" ? { ...fields, correct: "d" } : fields),
      }),
    ],
    [
      "a metric counts by the key",
      (service) => ({ ...service, gauges: () => [{ name: "all_correct", help: "N.", value: 1 }] }),
    ],
    [
      "the paper keeps the order in which a wrong key was written",
      (service) => ({
        ...service,
        store: {
          ...service.store,
          async paper(...which) {
            const paper = await service.store.paper(...which)
            return (
              paper && {
                ...paper,
                bank: paper.bank.toSorted((a, b) => a.accepted.length - b.accepted.length),
              }
            )
          },
        },
      }),
    ],
  ])("sees it where %s", async (_, spoil) => {
    twins = await openTwins(spoil)
    expect((await compare(twins)).differing).not.toEqual([])
  })
})
