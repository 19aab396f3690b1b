import { expect, test } from "vitest"
import { type HomeInput, homeState } from "../../src/app/home/homeState.ts"
import type { Draft } from "../../src/app/state/draft.ts"
import type { EntryStatus } from "../../src/app/state/entryStatus.ts"
import { midRound, sampleContest } from "../../src/gallery/sampleContest.ts"
import { sampleReceipt } from "../../src/gallery/sampleEntries.ts"
import { samplePaper } from "../../src/gallery/samplePaper.ts"

const input = (change: Partial<HomeInput> = {}): HomeInput => ({
  load: "ready",
  view: sampleContest([1]),
  now: midRound,
  offline: false,
  session: "in",
  refusal: null,
  barred: null,
  draftOf: () => null,
  entryOf: () => null,
  ...change,
})
const draft = { questions: samplePaper(2).questions, answers: { q1: "a" }, step: 2 } as unknown as Draft
const received: EntryStatus = { kind: "received", receipt: sampleReceipt(2), result: null }
const at = (iso: string) => Date.parse(`${iso}+07:00`)

test.each<[string, Partial<HomeInput>]>([
  ["loading", { view: null, load: "loading" }],
  ["slow", { view: null, load: "slow" }],
  ["load-failed", { view: null, load: "failed" }],
  ["offline-empty", { view: null, load: "failed", offline: true }],
  ["offline-empty", { offline: true }],
  ["offline-ready", { offline: true, draftOf: () => draft }],
  ["open", {}],
  ["open", { session: "connecting" }],
  ["no-identity", { session: "out" }],
  ["no-identity", { session: "in", refusal: "ASSURANCE_TOO_LOW" }],
  ["in-progress", { session: "in", refusal: "USER_CANCELLED", draftOf: () => draft }],
  ["standalone", { session: "standalone" }],
  ["not-eligible", { barred: { code: "not-eligible", reason: "excluded" } }],
  ["unavailable", { barred: { code: "unavailable" } }],
  ["in-progress", { draftOf: () => draft }],
  ["closing-soon", { now: at("2024-11-10T22:00:01") }],
  ["open", { now: at("2024-11-10T21:59:59") }],
  ["entry", { entryOf: () => received, draftOf: () => draft }],
  ["upcoming", { now: at("2024-10-27T12:00:00"), view: sampleContest() }],
  ["results-pending", { now: at("2024-11-25T00:00:00") }],
  ["results-published", { now: at("2024-11-28T00:00:00"), view: sampleContest([1, 2, 3, 4]) }],
])("shows %s", (kind, change) => {
  expect(homeState(input(change)).kind).toBe(kind)
})

test("changes week at the very second, without asking the service", () => {
  const end = at("2024-11-11T00:00:00")
  expect(homeState(input({ now: end - 1 }))).toMatchObject({ kind: "closing-soon", round: { number: 2 } })
  expect(homeState(input({ now: end }))).toMatchObject({ kind: "open", round: { number: 3 } })
})

test("never calls an entry received that has no receipt", () => {
  for (const kind of ["queued", "sending", "needs-ticket"] as const) {
    const state = homeState(input({ entryOf: () => ({ kind, busy: false }) as EntryStatus }))
    expect(state).toMatchObject({ kind: "entry", entry: { kind } })
  }
})
