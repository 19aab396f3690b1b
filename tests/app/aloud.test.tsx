// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/preact"
import { afterEach, expect, test } from "vitest"
import type { App } from "../../src/app/createApp.ts"
import { enter } from "../../src/app/entering/enter.ts"
import type { Route } from "../../src/app/routing/route.ts"
import { type FakeSpeech, fakeSpeech } from "../../src/gallery/fakeSpeech.ts"
import { memoryStorage, phone, settle } from "./support/phone.ts"
import { calm, show, tap } from "./support/screen.tsx"
// Fetched by import() later: here already.
import "../../src/app/aloud/ReadAloudButton.tsx"
import "../../src/app/words/enCard.ts"
import "../../src/app/words/enReading.ts"

afterEach(cleanup)

async function open(speech: FakeSpeech | undefined, route: Route, storage = memoryStorage()): Promise<App> {
  const app = phone(storage, speech).open()
  await settle()
  if (route.screen === "question") await enter(app, 2, {})
  await show(app)
  await act(() => app.router.go(route))
  await calm()
  return app
}
const question: Route = { screen: "question", round: 2, step: 1 }
const button = (name = "Đọc to") => screen.queryByRole("button", { name })

test("reads a question and its options in the order in which they stand", async () => {
  const speech = fakeSpeech("en-US", "vi-VN")
  await open(speech, question)
  const shown = [
    screen.getByRole("heading", { level: 1 }).textContent,
    ...screen.getAllByRole("radio").map((radio) => radio.closest("label")?.textContent),
  ]
  await tap("Đọc to")
  expect(speech.queue.map(({ text }) => text)).toEqual(shown)
  expect(speech.queue.every(({ lang }) => lang === "vi-VN")).toBe(true)
})

test("stops at the second tap, and can be read again", async () => {
  const speech = fakeSpeech()
  await open(speech, question)
  await tap("Đọc to")
  await tap("Dừng đọc")
  expect(speech.queue).toEqual([])
  await tap("Đọc to")
  expect(speech.queue).toHaveLength(5)
  for (let part = 0; part < 5; part++) await act(() => speech.finish())
  expect(button()).toBeTruthy()
})

test("falls silent when the screen is left, and when the page is hidden", async () => {
  const speech = fakeSpeech()
  await open(speech, question)
  await tap("Đọc to")
  fireEvent.click(screen.getAllByRole("radio")[0] as HTMLElement)
  await tap("Tiếp tục")
  expect(speech.queue).toEqual([])
  expect(screen.getByText("Câu 2 trên 15")).toBeTruthy()

  await tap("Đọc to")
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true })
  await act(() => void document.dispatchEvent(new Event("visibilitychange")))
  expect(speech.queue).toEqual([])
  Reflect.deleteProperty(document, "visibilityState")
})

test("is not offered where the device cannot speak or has no Vietnamese voice", async () => {
  await open(undefined, question)
  expect(button()).toBeNull()
  cleanup()
  await open(fakeSpeech("en-US", "fr-FR"), question)
  expect(button()).toBeNull()
})

test("is offered as soon as a Vietnamese voice has loaded", async () => {
  const speech = fakeSpeech("en-US")
  await open(speech, question)
  expect(button()).toBeNull()
  await act(() => speech.install("vi_VN"))
  expect(button()).toBeTruthy()
})

test("reads the rules in English with an English voice, and a Vietnamese question still in Vietnamese", async () => {
  const speech = fakeSpeech("vi-VN", "en-GB")
  const app = await open(speech, { screen: "rules" })
  await act(() => app.appearance.choose({ locale: "en" }))
  await screen.findByRole("heading", { name: "Rules" })
  await tap("Read aloud")
  expect(speech.queue[0]).toMatchObject({ text: "1. Time", lang: "en-GB" })
  expect(speech.queue.find(({ text }) => text.startsWith("Tập thể"))).toMatchObject({ lang: "vi-VN" })
  await act(() => app.router.go({ screen: "practice", step: 1 }))
  await calm()
  expect(speech.queue).toEqual([])
  await tap("Read aloud")
  expect(speech.queue[0]).toMatchObject({ text: "Tài khoản nào dùng được để dự thi?", lang: "vi-VN" })
})

test("reads the explanation too once a practice question is answered", async () => {
  const speech = fakeSpeech()
  await open(speech, { screen: "practice", step: 2 })
  fireEvent.click(screen.getAllByRole("radio")[0] as HTMLElement)
  await tap("Xem đúng hay chưa")
  await tap("Đọc to")
  expect(speech.queue.at(-1)?.text).toMatch(/^Chỉ có mã bài/)
})

test("can be switched off in the help screen, and stays off", async () => {
  const storage = memoryStorage()
  const app = await open(fakeSpeech(), { screen: "help" }, storage)
  await tap("Ẩn", "radio")
  await act(() => app.router.go({ screen: "rules" }))
  await calm()
  expect(button()).toBeNull()
  cleanup()
  await open(fakeSpeech(), { screen: "rules" }, storage)
  expect(button()).toBeNull()
})

test("offers no switch for what the device cannot do", async () => {
  await open(fakeSpeech("fr-FR"), { screen: "help" })
  expect(screen.queryByText("Nút “Đọc to”")).toBeNull()
})
