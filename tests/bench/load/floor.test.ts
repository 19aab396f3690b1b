import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Paper } from "../../../src/contract/paper.ts"
import { apiBase, routes } from "../../../src/contract/routes.ts"
import { demoContest } from "../../../src/service/demo/startDemo.ts"
import type { Sql } from "../../../src/service/sql/sql.ts"
import { openTestSql } from "../../service/testService.ts"
import { type Both, serveBoth } from "./serveBoth.ts"

let sql: Sql
let both: Both
beforeAll(async () => {
  sql = await openTestSql()
  both = await serveBoth(sql)
})
afterAll(async () => {
  await both.stop()
  await sql.close()
})

const withBrotli = (path: string) =>
  fetch(both.origin + path, { headers: { "accept-encoding": "gzip, deflate, br" } })
const texts = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, text = ""]) =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).trim(),
  )

describe("the floor", () => {
  it("asks what the app asks: the same questions and options of the same paper, and the prediction", async () => {
    const paper = (await (
      await withBrotli(`${apiBase}${routes.paper(demoContest, 1, "all")}`)
    ).json()) as Paper
    const floor = await (await withBrotli("/floor")).text()
    expect(paper.questions).toHaveLength(15)
    expect(texts(floor, /<legend>\d+\. (.*?)<\/legend>/g)).toEqual(paper.questions.map(({ text }) => text))
    expect(texts(floor, /type="radio"[^>]*>(.*?)<\/label>/g)).toEqual(
      paper.questions.flatMap(({ options }) => options.map(({ text }) => text)),
    )
    expect(floor).toContain(paper.paperHash)
    expect(floor).toContain('name="prediction"')
    expect(floor).not.toMatch(/%\w+%/)
  })

  it("shows the questions of the other one only when the service has given a ticket", async () => {
    const [plain, ticketFirst] = await Promise.all(
      ["/floor", "/floor-with-ticket"].map(async (path) => (await withBrotli(path)).text()),
    )
    expect(plain).toMatch(/<section hidden>.*<form data-round="[^"]*">/s)
    expect(ticketFirst).toMatch(/<section>.*<form data-round="[^"]*" hidden>/s)
  })

  it("is written by hand: one file, under 40 lines of script, nothing to load", () => {
    const page = readFileSync(new URL("./floor.html", import.meta.url), "utf8")
    const [script = "", ...more] = texts(page, /<script>([\s\S]*?)<\/script>/g)
    expect(more).toEqual([])
    expect(script.split("\n").length).toBeLessThan(40)
    expect(page).not.toMatch(/\bsrc=|<link(?! rel="icon" href="data:,">)|import\b/)
  })

  it("comes compressed as the app and its service do", async () => {
    const files = ["/floor", "/", "/config.json"].map((path) => [path, "br"])
    // Both pages ask the same service, which compresses by itself.
    for (const [path = "", encoding] of [...files, [apiBase + routes.contest(demoContest), "gzip"]]) {
      const { status, headers } = await withBrotli(path)
      expect([path, status, headers.get("content-encoding")]).toEqual([path, 200, encoding])
    }
    const plain = await fetch(`${both.origin}/floor`, { headers: { "accept-encoding": "identity" } })
    expect(plain.headers.get("content-encoding")).toBeNull()
  })

  it("notes every request that arrives, but not the browser's own look for a newer worker", async () => {
    const before = both.arrived.length
    await withBrotli("/floor")
    await withBrotli("/nowhere")
    await fetch(`${both.origin}/worker.js`, { headers: { "service-worker": "script" } })
    expect(both.arrived.slice(before)).toEqual(["/floor", "/nowhere"])
  })
})
