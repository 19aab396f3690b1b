import { expect, test } from "vitest"
import { type CitizenParts, citizenState } from "../../src/app/home/citizenState.ts"
import { type HomeInput, homeState } from "../../src/app/home/homeState.ts"
import type { Draft } from "../../src/app/state/draft.ts"
import type { EntryStatus } from "../../src/app/state/entryStatus.ts"
import type { EntryResult } from "../../src/contract/entry.ts"
import { midRound, sampleContest } from "../../src/gallery/sampleContest.ts"
import { sampleReceipt, sampleResult } from "../../src/gallery/sampleEntries.ts"
import { samplePaper } from "../../src/gallery/samplePaper.ts"

type Change = Partial<Omit<HomeInput, "own">> & {
  [Part in keyof CitizenParts]?: CitizenParts[Part] extends () => infer Value ? Value : CitizenParts[Part]
}

const input = ({ load, view, now, offline, ...own }: Change = {}): HomeInput => ({
  load: load ?? "ready",
  view: view === undefined ? sampleContest([1]) : view,
  now: now ?? midRound,
  offline: offline ?? false,
  own: citizenState({
    session: () => own.session ?? "in",
    refusal: () => own.refusal ?? null,
    barred: () => own.barred ?? null,
    revised: () => own.revised ?? null,
    draftOf: own.draftOf ?? (() => null),
    entryOf: own.entryOf ?? (() => null),
  }),
})
const draft = { questions: samplePaper(2).questions, answers: { q1: "a" }, step: 2 } as unknown as Draft
const received: EntryStatus = { kind: "received", receipt: sampleReceipt(2), result: null }
const amended: EntryStatus = {
  kind: "received",
  receipt: sampleReceipt(4),
  result: { ...(sampleResult(4).result as EntryResult), revision: 2 },
}
const at = (iso: string) => Date.parse(`${iso}+07:00`)

test.each<[string, Change]>([
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
  ["results-published", { now: at("2024-11-28T00:00:00"), view: sampleContest([1, 2, 3, 4]), revised: 3 }],
  ["results-revised", { now: at("2024-11-28T00:00:00"), view: sampleContest([1, 2, 3, 4]), revised: 4 }],
  [
    "results-revised",
    { now: at("2024-11-28T00:00:00"), view: sampleContest([1, 2, 3, 4]), entryOf: () => amended },
  ],
])("shows %s", (kind, change) => {
  expect(homeState(input(change)).kind).toBe(kind)
})

test("is the same for everybody while nobody is known, and for a citizen who has done nothing", () => {
  const instants = [
    "2024-10-27T12:00:00",
    "2024-11-06T12:00:00",
    "2024-11-10T22:00:01",
    "2024-11-25T00:00:00",
  ]
  for (const view of [null, sampleContest(), sampleContest([1]), sampleContest([1, 2, 3, 4])])
    for (const now of [...instants.map(at), midRound])
      for (const offline of [false, true]) {
        const known = input({ view, now, offline })
        expect(homeState({ ...known, own: null })).toEqual(homeState(known))
      }
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
