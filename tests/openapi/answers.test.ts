import { afterAll, beforeAll, expect, it } from "vitest"
import { type Problem, problems } from "../../src/contract/problems.ts"
import { openapiDocument } from "../../src/service/openapi/openapiDocument.ts"
import { publishRound } from "../../src/service/organiser/publish.ts"
import { graceEndsAt, opensAt, receiptIn, type TestService, testService } from "../service/testService.ts"
import { disagreements } from "./jsonSchema.ts"
import { tour, type Visit, withDocument } from "./tour.ts"

const { paths, components } = openapiDocument()

let the: TestService
let visits: Visit[]
beforeAll(async () => {
  the = await testService()
  visits = await wholeLife()
})
afterAll(() => the.sql.close())

/** Every call as everyone: before the rounds, while one is open, and after its results. */
async function wholeLife(): Promise<Visit[]> {
  const at = async (now: number, code: string) => {
    the.setClock(now)
    const callers = {
      nobody: undefined,
      entrant: await the.token("hoa", { name: "Nguyễn Thị Hoa" }),
      ticket: (await the.ticket("hoa", { unit: "ward" })).ticket,
      stranger: await the.token("stranger"),
      forger: "a.b.c",
    }
    const values = { contest: ["sample", "nothing"], round: ["1", "2", "9"], code: [code, "HS1-0000-0000-0"] }
    const bodies = {
      TicketRequest: { unit: "ward" },
      EntryBody: await the.body(),
      ComplaintRequest: { kind: "other", text: "…" },
    }
    return tour(withDocument(the.app), { callers, values, bodies })
  }
  const before = await at(opensAt - 1, "HS1-0000-0000-0")
  the.setClock(opensAt + 1000)
  const { code } = receiptIn(await the.put((await the.ticket("minh")).ticket, await the.body()))
  const open = await at(opensAt + 2000, code)
  await publishRound(the.sql, the.service.receipts, "sample", 1, "test", graceEndsAt)
  return [...before, ...open, ...(await at(graceEndsAt + 1000, code))]
}

type Answer = { content?: Record<string, { schema: unknown }> }

function documented({ route, status }: Visit): Answer | undefined {
  const call = paths[route.path]?.[route.method] as { responses: Record<string, Answer> } | undefined
  return call?.responses[String(status)]
}

it("foresees every status that the service answers, problem codes included", () => {
  const unforeseen = visits.filter(({ route, status, text }) => {
    if (status < 400) return !(status in route.answers)
    return !route.problems.includes((JSON.parse(text) as Problem).code)
  })
  expect(unforeseen.map(({ route, url, as, text }) => `${route.method} ${url} as ${as}: ${text}`)).toEqual([])
  const good = new Set(visits.filter(({ status }) => status < 300).map(({ route }) => route.path))
  expect(good.size).toBe(Object.keys(paths).length)
})

it("gives every body the type and the shape that the document says", () => {
  const faults = visits.flatMap((visit) => {
    const [mediaType, content] = Object.entries(documented(visit)?.content ?? {})[0] ?? []
    const where = `${visit.route.method} ${visit.url} ${visit.status}`
    if (visit.headers.get("content-type")?.split(";")[0] !== mediaType) return [`${where}: no ${mediaType}`]
    const bodies = mediaType === "application/x-ndjson" ? visit.text.trimEnd().split("\n") : [visit.text]
    return bodies
      .flatMap((body) => disagreements(content?.schema, JSON.parse(body), components.schemas))
      .map((fault) => `${where} ${fault}`)
  })
  expect(faults).toEqual([])
  expect(visits.length).toBeGreaterThan(300)
})

it("gives every problem its status and its retry", () => {
  for (const { status, text } of visits.filter((visit) => visit.status >= 400)) {
    const problem = JSON.parse(text) as Problem
    expect({ status, retry: problem.retry }).toEqual(problems[problem.code])
  }
})

it("sees what does not fit: the checker itself is no rubber stamp", () => {
  const { Receipt, EntryBody } = components.schemas
  const receipt = JSON.parse(
    visits.find(({ route, status }) => route.method === "put" && status < 300)?.text ?? "{}",
  )
  expect(disagreements(Receipt, receipt, components.schemas)).toEqual([])
  for (const spoilt of [
    { code: "x" },
    { round: "1" },
    { late: null },
    { receivedAt: 1 },
    { entryHash: undefined },
  ])
    expect(disagreements(Receipt, { ...receipt, ...spoilt }, components.schemas)).not.toEqual([])
  const body = { answers: { q: "a" }, prediction: 1, paperHash: "0".repeat(64), rulesVersion: "1" }
  const answeredAt = "2024-10-29T02:00:00Z"
  expect(disagreements(EntryBody, { ...body, answeredAt }, components.schemas)).toEqual([])
  for (const spoilt of [{ extra: 1 }, { prediction: 1.5 }, { prediction: -1 }, { answers: { q: 1 } }])
    expect(disagreements(EntryBody, { ...body, answeredAt, ...spoilt }, components.schemas)).not.toEqual([])
})
