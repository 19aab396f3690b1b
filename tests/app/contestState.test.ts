// @vitest-environment jsdom
import { expect, it } from "vitest"
import { createFront } from "../../src/app/createFront.ts"
import { writeJson } from "../../src/app/state/storage.ts"
import type { Told } from "../../src/contract/told.ts"
import { sampleContest } from "../../src/gallery/sampleContest.ts"
import { memoryStorage } from "./support/phone.ts"

it("what a page is told joins what the last opening kept: every member of the contest is there", () => {
  const whole = sampleContest([1])
  const storage = memoryStorage()
  writeJson(storage, "hues.view", whole)
  const { id, organiser, timeZone, paper, rounds } = whole
  const told: Told = {
    now: Date.parse("2024-11-12T09:00:00+07:00"),
    config: { api: "", contest: id, hostOrigins: [], allowLoopbackHosts: false },
    contest: { id, title: "Tên mới", organiser, timeZone, paper, rounds, eligibility: {}, utcOffset: 420 },
    ahead: [],
  }
  const never = new Promise<never>(() => {})
  const { contest } = createFront({
    config: never,
    host: never,
    api: never,
    storage,
    phoneNow: () => told.now,
    after: () => () => undefined,
    restart: () => undefined,
    window,
    root: document.documentElement,
    told,
  })
  expect(contest.whole.value).toBe(true)
  expect(contest.view.value).toMatchObject({ ...whole, title: "Tên mới" })
})
