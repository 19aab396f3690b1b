// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/preact"
import { afterEach, expect, test } from "vitest"
import type { App } from "../../src/app/createApp.ts"
import { enter } from "../../src/app/entering/enter.ts"
import { sampleContest } from "../../src/gallery/sampleContest.ts"
import { memoryStorage, phone, settle, unreachable } from "./support/phone.ts"
import { calm, heading, show, tap } from "./support/screen.tsx"
// Fetched by import() later: here already.
import "../../src/app/words/enCard.ts"
import "../../src/app/words/enEntering.ts"

afterEach(cleanup)

async function open(own = phone()): Promise<App> {
  const app = own.open()
  await settle()
  await enter(app, 2, {})
  await show(app)
  await act(() => app.router.go({ screen: "prediction", round: 2 }))
  await calm()
  return app
}
const field = () => screen.getByRole("textbox") as HTMLInputElement
const type = async (value: string) => {
  await act(() => {
    fireEvent.input(field(), { target: { value } })
  })
}
const readBack = () => document.querySelector("output")?.textContent

test.each([
  ["0", "0 người (không)"],
  ["15", "15 người (mười lăm)"],
  ["21", "21 người (hai mươi mốt)"],
  ["105", "105 người (một trăm linh năm)"],
  ["1001", "1.001 người (một nghìn không trăm linh một)"],
  ["1250", "1.250 người (một nghìn hai trăm năm mươi)"],
  ["1.250", "1.250 người (một nghìn hai trăm năm mươi)"],
  ["1 250", "1.250 người (một nghìn hai trăm năm mươi)"],
  ["１２５０", "1.250 người (một nghìn hai trăm năm mươi)"],
  ["5945", "5.945 người (năm nghìn chín trăm bốn mươi lăm)"],
  ["14492", "14.492 người (mười bốn nghìn bốn trăm chín mươi hai)"],
  ["200000", "200.000 người (hai trăm nghìn)"],
])("reads %j back as %j", async (typed, said) => {
  await open()
  await type(typed)
  expect(readBack()).toBe(said)
  expect(field().getAttribute("aria-invalid")).toBe("false")
})

test("leads on to the review with the number as it was read", async () => {
  await open()
  await type("1.250")
  await tap("Tiếp tục")
  expect(heading()).toBe("Xem lại bài")
  expect(screen.getByText(/1\.250/)).toBeTruthy()
})

test.each([
  ["-5", "Chỉ gõ số nguyên từ 0 trở lên, ví dụ 1250."],
  ["1e4", "Chỉ gõ số nguyên từ 0 trở lên, ví dụ 1250."],
  ["12.5", "Chỉ gõ số nguyên từ 0 trở lên, ví dụ 1250."],
  ["1000000", "Số lớn nhất được nhận là 999.999."],
])("refuses %j, says why, and does not lead on", async (typed, why) => {
  const app = await open()
  await type(typed)
  expect(screen.getByRole("alert").textContent).toContain(why)
  expect(readBack()).toBe("")
  await tap("Tiếp tục")
  expect(document.activeElement).toBe(field())
  expect(app.router.route.value.screen).toBe("prediction")
})

test("says nothing of an empty field until the citizen wants to go on", async () => {
  await open()
  expect(screen.queryByRole("alert")).toBeNull()
  await tap("Tiếp tục")
  expect(screen.getByRole("alert").textContent).toContain("Gõ một số.")
})

test("reads the number back in English words to an English reader", async () => {
  const app = await open()
  await type("105")
  await act(() => app.appearance.choose({ locale: "en" }))
  await calm()
  expect(readBack()).toBe("105 people (one hundred and five)")
})

test("shows how many it really were in the last published round, in the entrant's division", async () => {
  const own = phone()
  const asked: string[] = []
  const { results } = own.api
  own.api.results = (...of) => {
    asked.push(of.slice(1).join(" "))
    return results(...of)
  }
  await open(own)
  expect(screen.getByText("Tuần 1 có 5.945 người.")).toBeTruthy()
  expect(asked).toEqual(["1 all"])
})

test("shows no number where none was published, or where it cannot be had, and waits for nothing", async () => {
  const first = phone()
  first.api.contest = async () => ({ ok: true, value: sampleContest(), serviceTime: null })
  await open(first)
  expect(screen.queryByText(/^Tuần 1 có/)).toBeNull()
  cleanup()
  const offline = phone()
  offline.api.results = async () => unreachable
  await open(offline)
  expect(screen.queryByText(/^Tuần 1 có/)).toBeNull()
  expect(screen.queryByText(/Chưa tải được/)).toBeNull()
  cleanup()
  const silent = phone()
  silent.api.results = () => new Promise(() => undefined)
  await open(silent)
  expect(field()).toBeTruthy()
})

test("does not say that an entry is kept which the phone cannot keep", async () => {
  const own = phone(memoryStorage(), undefined, true)
  const app = await open(own)
  await act(() => {
    const draft = app.drafts.byRound.value.get(2)
    const answers = Object.fromEntries(draft?.questions.map(({ id }) => [id, "a"]) ?? [])
    if (draft) app.drafts.save({ ...draft, answers })
  })
  await type("1250")
  await act(() => app.router.go({ screen: "confirm", round: 2 }))
  await calm()
  await tap("Nộp bài")
  await calm()
  expect(heading()).toBe("Bài chưa gửi được, đang chờ mạng")
  expect(document.body.textContent).not.toContain("đã lưu trên máy này")
  expect(document.body.textContent).toContain("Giữ trang này mở đến khi hiện “Đã nhận bài”.")
})
