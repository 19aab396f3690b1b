// @vitest-environment jsdom
import { expect, test } from "vitest"
import type { App } from "../../src/app/createApp.ts"
import { enter } from "../../src/app/entering/enter.ts"
import { choose } from "../../src/app/entering/quiz.ts"
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

test("goes on and says so when the phone keeps nothing", async () => {
  for (const storage of [null, memoryStorage(true)]) {
    const app = phone(storage).open()
    await settle()
    await answerFirst(app)
    expect(app.drafts.kept.value).toBe(false)
    expect(draft(app)?.answers).toEqual({ q1: "c" })
  }
})
