import { describe, expect, it } from "vitest"
import { isKeepable, networkThenKept } from "../../src/client/keptAnswers.ts"
import { routes } from "../../src/contract/routes.ts"
import { fakeTime, settle } from "../outbox/fakeTime.ts"
import { fakeCache } from "./fakeCache.ts"
import { api, broken, fakeFetch, html, json, secret } from "./fakeFetch.ts"

const paper = api + routes.paper("c", 1, "all")
const contest = api + routes.contest("c")
const dated = { date: "Tue, 29 Oct 2024 02:00:00 GMT", "cache-control": "no-cache" }

/** What the worker does with its requests, over a network that answers as told. */
function worker(...answers: Parameters<typeof fakeFetch>) {
  const cache = fakeCache()
  const time = fakeTime(0)
  const answer = networkThenKept({ fetch: fakeFetch(...answers).fetch, open: cache.open, after: time.after })
  const afterwards: Promise<unknown>[] = []
  return {
    ...cache,
    time,
    async get(address: string, headers: Record<string, string> = {}) {
      const given = await answer(new Request(address, { headers }), (work) => afterwards.push(work))
      await Promise.all(afterwards)
      return given
    },
    start: (address: string) => answer(new Request(address), () => {}),
  }
}

describe("a contest or paper", () => {
  it.each([contest, paper])("comes from the network, and from there as it was kept: %s", async (address) => {
    const { get } = worker(json(200, { n: 1 }, dated), json(200, { n: 2 }, dated), broken)
    const texts = []
    for (let turn = 0; turn < 3; turn += 1) texts.push(await (await get(address)).json())
    expect(texts).toEqual([{ n: 1 }, { n: 2 }, { n: 2 }])
  })

  it("as it was kept tells no time: the service's clock comes with network answers only", async () => {
    const { get } = worker(json(200, {}, dated), broken)
    expect((await get(contest)).headers.has("date")).toBe(true)
    expect((await get(contest)).headers.has("date")).toBe(false)
  })

  it("as it was kept stands in for a captive portal's page, and for a network that takes 4 s", async () => {
    const { get, start, time } = worker(json(200, { n: 1 }), html(200), () => new Promise(() => {}))
    await get(contest)
    expect(await (await get(contest)).json()).toEqual({ n: 1 })
    const slow = start(contest)
    await time.pass(4000)
    expect(await (await slow).json()).toEqual({ n: 1 })
  })

  it("that was never kept fails as the network does, or gives what came", async () => {
    await expect(worker(broken).get(contest)).rejects.toThrow("Failed to fetch")
    expect((await worker(html(200)).get(contest)).headers.get("content-type")).toBe("text/html")
  })

  it("is answered from the network where storage is forbidden", async () => {
    const { get, state } = worker(json(200, { n: 1 }))
    state.forbidden = true
    expect(await (await get(contest)).json()).toEqual({ n: 1 })
  })

  it("is not waited for twice: a slow answer that comes at last is kept", async () => {
    let land: (answer: Response) => void = () => {}
    const { start, kept, time } = worker(
      () =>
        new Promise((resolve) => {
          land = resolve
        }),
    )
    const slow = start(contest)
    await time.pass(5000)
    land(json(200, { n: 1 })())
    expect(await (await slow).json()).toEqual({ n: 1 })
    await settle()
    expect(kept.size).toBe(1)
  })
})

describe("never kept", () => {
  it.each([
    ["an answer to a credential", json(200, {}), { authorization: `Bearer ${secret}` }],
    ["an answer that says no-store", json(200, {}, { "cache-control": "no-store" }), {}],
    ["a problem", json(403, {}), {}],
    ["a captive portal's page", html(200), {}],
    [
      "an answer cut short",
      () => new Response('{"a":', { headers: { "content-type": "application/json" } }),
      {},
    ],
  ])("%s", async (_, answer, headers) => {
    const { get, kept } = worker(answer)
    await get(paper, headers)
    expect(kept.size).toBe(0)
  })

  it.each([
    api + routes.ticket("c", 1),
    api + routes.entry("c", 1),
    api + routes.entries("c"),
    api + routes.results("c", 1, "all"),
    api + routes.standings("c"),
    api + routes.ledgerProof("c", 1, "HS1-7K4D-91XQ-M"),
    "https://service.example/config.json",
  ])("%s: not even looked at", (address) => {
    expect(isKeepable(new Request(address))).toBe(false)
  })

  it("anything but a GET", () => {
    expect(isKeepable(new Request(contest, { method: "POST" }))).toBe(false)
    expect(isKeepable(new Request(contest))).toBe(true)
    expect(isKeepable(new Request(api + routes.practice("c")))).toBe(true)
  })
})
