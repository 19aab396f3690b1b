import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { rememberingStore } from "../../src/service/serve/rememberingStore.ts"
import type { ContestStore } from "../../src/service/store/contestStore.ts"
import { type TestService, testService } from "./testService.ts"

let the: TestService
let asked: string[] = []
let milliseconds = 0
let store: ContestStore
beforeAll(async () => {
  the = await testService()
})
afterAll(() => the.sql.close())
beforeEach(() => {
  asked = []
  const counting: ContestStore = {
    ...the.service.store,
    contest: (id) => {
      asked.push(id)
      return id === "broken" ? Promise.reject(new Error("away")) : the.service.store.contest(id)
    },
    entrants: (contest) => {
      asked.push(`entrants of ${contest}`)
      return the.service.store.entrants(contest)
    },
    paper: (contest, round, division) => {
      asked.push(`${contest} ${round} ${division}`)
      return the.service.store.paper(contest, round, division)
    },
  }
  store = rememberingStore(counting, 1000, () => milliseconds)
})

it("asks for a contest and a paper once a second, however many want them", async () => {
  const contests = await Promise.all([1, 2, 3].map(() => store.contest("sample")))
  expect(new Set(contests).size).toBe(1)
  for (const round of [1, 1, 2]) expect((await store.paper("sample", round, "all"))?.round).toBe(round)
  expect(asked).toEqual(["sample", "sample 1 all", "sample 2 all"])
  milliseconds += 1000
  await store.contest("sample")
  expect(asked.slice(3)).toEqual(["sample"])
})

it("counts the entrants once in ten seconds, however many look at the contest", async () => {
  for (const passed of [0, 5000, 4999, 1]) {
    milliseconds += passed
    expect(await store.entrants("sample")).toEqual(new Map())
  }
  expect(asked).toEqual(["entrants of sample", "entrants of sample"])
})

it("remembers neither what is missing nor what failed", async () => {
  for (let count = 0; count < 2; count += 1) {
    expect(await store.contest("missing")).toBe(null)
    await expect(store.contest("broken")).rejects.toThrow("away")
  }
  expect(asked).toEqual(["missing", "broken", "missing", "broken"])
})
