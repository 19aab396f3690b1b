// @vitest-environment jsdom
import { expect, test } from "vitest"
import type { App } from "../../src/app/createApp.ts"
import { enter } from "../../src/app/entering/enter.ts"
import { choose } from "../../src/app/entering/quiz.ts"
import { midRound } from "../../src/gallery/sampleContest.ts"
import { memoryStorage, phone, settle, tokenOf, unreachable } from "./support/phone.ts"

const draft = (app: App) => app.drafts.byRound.value.get(2)

async function answerFirst(app: App): Promise<void> {
  expect(await enter(app, 2, { unit: "so-tttt" })).toBe("drafted")
  const made = draft(app)
  if (made) choose(app, made, "q1", "c")
}

test("keeps an answer at the tap, and has it back after the page is opened again", async () => {
  const storage = memoryStorage()
  const own = phone(storage)
  const app = own.open()
  await settle()
  await answerFirst(app)
  expect([...storage.values.values()].some((value) => value.includes('"q1":"c"'))).toBe(true)

  const again = own.open()
  await settle()
  expect(draft(again)?.answers).toEqual({ q1: "c" })
  expect(again.home.value).toMatchObject({ kind: "in-progress", progress: { answered: 1, of: 15 } })
})

test("keeps neither token nor name in the storage or the address", async () => {
  const storage = memoryStorage()
  const app = phone(storage).open()
  await settle()
  await answerFirst(app)
  await settle()
  const kept = JSON.stringify([...storage.values]) + location.href
  expect(app.session.claims.value?.name).toBe("Nguyễn Hoa")
  for (const secret of ["SECRET", tokenOf("Hoa"), "sub-Hoa", "Nguyễn Hoa"]) expect(kept).not.toContain(secret)
})

test("shows another account on the same phone nothing of the first", async () => {
  const own = phone()
  const app = own.open()
  await settle()
  await answerFirst(app)
  own.switchTo("Minh")
  expect(draft(app)).toBeUndefined()
  expect(app.session.owner.value).toBeNull()
  await settle()
  expect(draft(app)).toBeUndefined()
  expect(app.session.claims.value?.name).toBe("Nguyễn Minh")
  expect(app.home.value.kind).toBe("open")

  own.switchTo("Hoa")
  await settle()
  expect(draft(app)?.answers).toEqual({ q1: "c" })
})

test("shows nobody's draft after signing out", async () => {
  const own = phone()
  const app = own.open()
  await settle()
  await answerFirst(app)
  own.switchTo(null)
  await settle()
  expect(draft(app)).toBeUndefined()
  expect(app.home.value.kind).toBe("no-identity")
})

test("finds the draft without network, when the host knows the citizen but cannot sign", async () => {
  const own = phone()
  await settle()
  const app = own.open()
  await settle()
  await answerFirst(app)
  await settle()
  own.stopTokens()
  own.api.contest = async () => unreachable
  const again = own.open()
  await settle()
  expect(draft(again)?.answers).toEqual({ q1: "c" })
  expect(again.home.value.kind).toBe("offline-ready")
})

test("does not give the last citizen's draft to one who came while the page was closed", async () => {
  const own = phone()
  const app = own.open()
  await settle()
  await answerFirst(app)
  await settle()
  own.switchTo("Minh")
  own.stopTokens()
  const again = own.open()
  await settle()
  expect(draft(again)).toBeUndefined()
})

test("drops what was meant for the earlier citizen", async () => {
  const own = phone()
  const app = own.open()
  await settle()
  let answer: (value: Awaited<ReturnType<typeof own.api.entries>>) => void = () => undefined
  own.api.entries = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  void app.entries.refresh()
  await settle()
  own.api.entries = async () => unreachable
  own.switchTo("Minh")
  await settle()
  answer({ ok: true, value: { entries: [] }, serviceTime: null })
  await settle()
  expect(app.entries.known.value).toBe(false)
})

test("asks the citizen to sign in only on request", async () => {
  const own = phone()
  own.open()
  await settle()
  expect(own.asked.every(({ interactive }) => !interactive)).toBe(true)
})

test("a phone's clock that is a day ahead makes no token look spent, and the app asks for one once", async () => {
  const own = phone()
  own.skewClock(86_400_000, new Date(midRound + 600_000).toISOString())
  // No answer has told the service's time yet.
  own.api.contest = async () => unreachable
  own.api.entries = async () => unreachable
  const app = own.open()
  for (let turn = 0; turn < 20; turn += 1) await settle()
  await app.entries.refresh()
  expect(own.asked).toHaveLength(1)
})

test("by the service's clock a token about to end is replaced, and a new one of the same citizen starts nothing anew", async () => {
  const own = phone()
  own.skewClock(-86_400_000, new Date(midRound + 20_000).toISOString())
  let entriesAsked = 0
  const { entries } = own.api
  own.api.entries = (...request) => {
    entriesAsked += 1
    return entries(...request)
  }
  const app = own.open()
  for (let turn = 0; turn < 20; turn += 1) await settle()
  const [askedBefore, entriesBefore] = [own.asked.length, entriesAsked]
  await app.session.token({ interactive: false })
  await settle()
  expect(own.asked.length).toBe(askedBefore + 1)
  expect(entriesAsked).toBe(entriesBefore)
  expect(askedBefore).toBeLessThanOrEqual(2)
})

test("goes on and says so when the phone keeps nothing", async () => {
  for (const storage of [null, memoryStorage(true)]) {
    const app = phone(storage).open()
    await settle()
    await answerFirst(app)
    expect(app.drafts.kept.value).toBe(false)
    expect(draft(app)?.answers).toEqual({ q1: "c" })
  }
})
