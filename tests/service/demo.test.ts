import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Hono } from "hono"
import * as v from "valibot"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { resultsSchema } from "../../src/contract/results.ts"
import { apiBase, routes } from "../../src/contract/routes.ts"
import { personas } from "../../src/service/demo/personas.ts"
import { demoContest, startDemo } from "../../src/service/demo/startDemo.ts"
import { openData } from "../../src/service/openData.ts"
import { fetchBundle, parseBundle } from "../../src/service/organiser/verify/bundle.ts"
import { verifyBundle } from "../../src/service/organiser/verify/verify.ts"
import type { Sql } from "../../src/service/sql/sql.ts"
import { openTestSql } from "./testService.ts"

let sql: Sql
let app: Hono
beforeAll(async () => {
  sql = await openTestSql()
  app = (await startDemo(sql, () => undefined)).app
})
afterAll(() => sql.close())

async function call(method: string, path: string, body?: unknown, credential?: string) {
  const response = await app.request(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
    },
  })
  const text = await response.text()
  return { status: response.status, text, json: JSON.parse(text) }
}
const api = (method: string, path: string, body?: unknown, credential?: string) =>
  call(method, apiBase + path, body, credential)
const identity = async (persona: string) =>
  (await call("POST", "/demo/identity", { persona })).json.token as string

describe("the demo", () => {
  it("starts in round 1 of 2024 with a crowd behind it", async () => {
    const { json } = await api("GET", routes.contest(demoContest))
    expect(json.rounds.map(({ phase }: { phase: string }) => phase)).toEqual([
      "open",
      "upcoming",
      "upcoming",
      "upcoming",
    ])
    expect(json.rounds[0].entrants).toBeGreaterThan(100)
  })

  it("walks an entry from the persona's token to published results, over plain HTTP", async () => {
    const enter = async (persona: string, prediction: number) => {
      const { json } = await api("POST", routes.ticket(demoContest, 1), {}, await identity(persona))
      return { ticket: json.ticket as string, body: await bodyWith(prediction) }
    }
    const paper = (await api("GET", routes.paper(demoContest, 1, "all"))).json
    const bodyWith = async (prediction: number) => ({
      answers: Object.fromEntries(
        paper.questions.map(({ id, options }: { id: string; options: { id: string }[] }) => [
          id,
          options[0]?.id,
        ]),
      ),
      prediction,
      paperHash: paper.paperHash,
      rulesVersion: "2024-10-28",
      answeredAt: "2024-10-29T02:00:00Z",
    })
    expect(paper.questions.length).toBe(15)

    const hoa = await enter("vneid-2", 1250)
    const put = (ticket: string, body: unknown) => api("PUT", routes.entry(demoContest, 1), body, ticket)
    const first = await put(hoa.ticket, hoa.body)
    const again = await put(hoa.ticket, hoa.body)
    const other = await put(hoa.ticket, { ...hoa.body, prediction: 1 })
    expect([first.status, again.status, again.text, other.status]).toEqual([201, 200, first.text, 409])
    expect(other.json).toMatchObject({ code: "already-entered", receipt: first.json })

    await call("POST", "/demo/clock", { now: "2024-11-04T00:30:00+07:00" })
    const minh = await enter("hue-s", 1)
    const tooLate = await put(minh.ticket, minh.body)
    expect([tooLate.status, tooLate.json.code]).toEqual([410, "round-closed"])
    expect((await put(hoa.ticket, hoa.body)).text).toBe(first.text)

    expect((await call("POST", "/demo/publish", { contest: demoContest, round: 1 })).status).toBe(200)
    const results = v.parse(resultsSchema, (await api("GET", routes.results(demoContest, 1, "all"))).json)
    expect(results.awards.length).toBe(13)
    expect(results.awards.every(({ winner }) => winner?.name.endsWith("***"))).toBe(true)
    expect(results.report.entrants).toBe(1501)
    const ranks = results.awards.map(({ winner }) => winner?.rank)
    expect(ranks).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    const round = `http://demo${apiBase}/contests/${demoContest}/rounds/1`
    const bundle = parseBundle(
      await fetchBundle(
        round,
        () => undefined,
        (url) => app.request(url),
      ),
    )
    expect(await verifyBundle(bundle)).toEqual({ agrees: true, rows: 1501 })
    const own = await api("GET", routes.entry(demoContest, 1), undefined, hoa.ticket)
    expect(own.json.result).toMatchObject({ entrants: 1501, allCorrect: results.report.allCorrect })
  })

  it("has no key in anything that can be read before publication", async () => {
    await call("POST", "/demo/reset", {})
    await call("POST", "/demo/clock", { now: "2024-10-30T09:00:00+07:00" })
    const token = await identity("vneid-2")
    const texts = [
      await api("GET", routes.contest(demoContest)),
      await api("GET", routes.paper(demoContest, 1, "all")),
      await api("POST", routes.ticket(demoContest, 1), {}, token),
      await api("GET", routes.entries(demoContest), undefined, token),
      await api("GET", routes.results(demoContest, 1, "all")),
    ].map(({ text }) => text)
    const [paper] = await sql.query<{ bank: { explanation: string }[]; nonce: string; seed: string }>(
      "select * from papers where round = 1",
    )
    const secrets = [paper?.nonce, paper?.seed, ...(paper?.bank.map(({ explanation }) => explanation) ?? [])]
    for (const text of texts) {
      expect(text).not.toMatch(/accepted|explanation|nonce/)
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
  })

  it("lets the crowd of later rounds in as the clock moves, the same people once each", async () => {
    const entrants = async () =>
      (await api("GET", routes.contest(demoContest))).json.rounds.map(
        ({ entrants }: { entrants: number }) => entrants,
      )
    await call("POST", "/demo/clock", { now: "2024-11-12T00:00:00+07:00" })
    const once = await entrants()
    await call("POST", "/demo/clock", { now: "2024-11-12T00:00:00+07:00" })
    expect(await entrants()).toEqual(once)
    expect(once[0]).toBe(1500)
    expect(once[3]).toBe(0)
  })

  it("refuses its organiser persona, and personas and clocks that do not exist", async () => {
    await call("POST", "/demo/reset", {})
    const refused = await api("POST", routes.ticket(demoContest, 1), {}, await identity("organiser"))
    expect([refused.status, refused.json.reason]).toEqual([403, "excluded"])
    expect((await call("POST", "/demo/identity", { persona: "nobody" })).status).toBe(400)
    expect((await call("POST", "/demo/clock", { now: "tomorrow" })).status).toBe(400)
    expect((await call("POST", "/demo/clock", {})).status).toBe(400)
    expect((await call("POST", "/demo/publish", { contest: demoContest, round: 1 })).status).toBe(409)
  })

  it("knows every persona's unit", async () => {
    for (const { id, excludedAs } of personas) {
      const { status } = await api("POST", routes.ticket(demoContest, 1), {}, await identity(id))
      expect([id, status]).toEqual([id, excludedAs === undefined ? 200 : 403])
    }
  })
})

it("a data folder serves one process at a time, and its rows outlive it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "contest-data-"))
  const first = await openData(folder)
  await first.query("insert into secrets values ('kept', '1'::jsonb)")
  await first.close()
  writeFileSync(join(folder, "in-use-by"), String(process.ppid))
  await expect(openData(folder)).rejects.toThrow(`in use by process ${process.ppid}`)
  writeFileSync(join(folder, "in-use-by"), "999999999")
  const second = await openData(folder)
  expect(await second.query("select value from secrets where name = 'kept'")).toEqual([{ value: 1 }])
  await second.close()
  rmSync(folder, { recursive: true })
})
