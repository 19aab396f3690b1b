// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact"
import { afterEach, expect, test } from "vitest"
import { AppView } from "../../src/app/AppView.tsx"
import type { App } from "../../src/app/createApp.ts"
import { prepareLaterScreens } from "../../src/app/prepareLaterScreens.ts"
import { phone, settle } from "./support/phone.ts"

afterEach(() => {
  cleanup()
  localStorage.clear()
})

async function show(app: App): Promise<void> {
  window.scrollTo = () => undefined
  await app.words.citizen.load()
  await prepareLaterScreens(app)
  render(<AppView app={app} />)
  await act(settle)
}

const tap = async (name: string | RegExp, role = "button") => {
  fireEvent.click(screen.getByRole(role, { name }))
  // Screens after the first come by import(), a turn or two later.
  for (let turn = 0; turn < 5; turn++) await act(settle)
}
const heading = () => screen.getByRole("heading", { level: 1 }).textContent

async function begin(own = phone()): Promise<App> {
  const app = own.open()
  await settle()
  await show(app)
  await tap("Bắt đầu làm bài")
  await screen.findByRole("heading", { name: "Thông tin dự thi" })
  return app
}

/** What the entrant's screen asks: no unit, and agreed. */
async function fillIn(): Promise<void> {
  await tap("Không thuộc đơn vị nào trong danh sách")
  await tap(/^Đồng ý cho Ban Tổ chức/, "checkbox")
}

async function toFirstQuestion(own = phone()): Promise<App> {
  const app = await begin(own)
  await fillIn()
  await tap("Vào làm bài")
  return app
}

test("enters a round from the home card to the sealed entry", async () => {
  await toFirstQuestion()
  for (let step = 1; step <= 15; step++) {
    expect(screen.getByText(`Câu ${step} trên 15`)).toBeTruthy()
    expect(screen.queryAllByRole("radio", { checked: true })).toHaveLength(0)
    fireEvent.click(screen.getAllByRole("radio")[0] as HTMLElement)
    await tap("Tiếp tục")
  }
  const field = screen.getByLabelText("Số người dự đoán")
  await act(() => {
    fireEvent.input(field, { target: { value: "1.250" } })
  })
  expect(screen.getByText("(một nghìn hai trăm năm mươi)", { exact: false })).toBeTruthy()
  await tap("Tiếp tục")
  expect(heading()).toBe("Xem lại bài")
  await tap("Tiếp tục để nộp")
  await tap("Nộp bài")
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  expect(heading()).toBe("Bài chưa gửi được, đang chờ mạng")
  expect(screen.queryByText(/Đã nhận bài/)).toBeNull()
})

test("a choice draws nothing anew but the progress, and every later drawing shows it", async () => {
  const app = await toFirstQuestion()
  const changed: string[] = []
  const watch = new MutationObserver((records) => {
    for (const { target } of records) changed.push((target as Element).className || target.nodeName)
  })
  const radio = (index: number) => screen.getAllByRole("radio")[index] as HTMLInputElement
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  for (const index of [1, 2, 0]) {
    fireEvent.click(radio(index))
    await act(settle)
    expect(app.drafts.byRound.value.get(2)?.answers).toEqual({ [firstQuestion(app)]: radio(index).value })
  }
  // One mark, at the first choice.
  expect(changed).toEqual(["done here"])
  watch.disconnect()
  app.appearance.choose({ locale: "en" })
  await screen.findByRole("button", { name: "Continue" })
  expect([radio(0).checked, radio(1).checked, radio(2).checked]).toEqual([true, false, false])
  await tap("Continue")
  await tap("Back")
  expect(radio(0).checked).toBe(true)
})

const firstQuestion = (app: App) => app.drafts.byRound.value.get(2)?.questions[0]?.id ?? ""

test("asks for unit and consent before it asks the service", async () => {
  await begin()
  const consent = screen.getByRole("checkbox") as HTMLInputElement
  expect(consent.checked).toBe(false)
  expect(screen.getByText("Nguyễn Hoa")).toBeTruthy()
  await tap("Vào làm bài")
  expect(screen.getByText("Đánh dấu đồng ý để vào làm bài.")).toBeTruthy()
  expect(screen.getByText(/^Chọn đơn vị, hoặc/)).toBeTruthy()
  expect(heading()).toBe("Thông tin dự thi")
})

test("does not move on by itself, and lets a question wait", async () => {
  const app = await toFirstQuestion()
  fireEvent.click(screen.getAllByRole("radio")[1] as HTMLElement)
  await act(settle)
  expect(screen.getByText("Câu 1 trên 15")).toBeTruthy()
  expect(Object.keys(app.drafts.byRound.value.get(2)?.answers ?? {})).toHaveLength(1)
  await tap("Tiếp tục")
  await tap("Tiếp tục")
  expect(screen.getByText("Chọn một đáp án, hoặc bấm “Để sau”.")).toBeTruthy()
  await tap("Để sau")
  expect(screen.getByText("Câu 3 trên 15")).toBeTruthy()
})

test("puts what is missing first in the review, with the focus, and does not go on", async () => {
  const app = await toFirstQuestion()
  await act(() => app.router.go({ screen: "review", round: 2 }))
  await act(settle)
  await tap("Tiếp tục để nộp")
  const summary = screen.getByRole("alert")
  expect(document.activeElement).toBe(summary)
  expect(summary.textContent).toContain("Còn 16 chỗ chưa trả lời")
  expect(summary.textContent).toContain("Chưa có dự đoán")
  await tap("Câu 7 chưa trả lời")
  expect(screen.getByText("Câu 7 trên 15")).toBeTruthy()
  fireEvent.click(screen.getAllByRole("radio")[0] as HTMLElement)
  await tap("Tiếp tục")
  expect(heading()).toBe("Xem lại bài")
})

test("moves the focus to the heading of each new screen and names it", async () => {
  const app = phone().open()
  await settle()
  await show(app)
  await tap("Xem thể lệ")
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }))
  expect(document.title).toBe("Thể lệ – Hội thi trực tuyến tìm hiểu về nền tảng số Hue-S năm 2024")
})

test("clears the screen of a citizen who is replaced mid-quiz", async () => {
  const own = phone()
  await toFirstQuestion(own)
  expect(screen.getByText("Câu 1 trên 15")).toBeTruthy()
  own.switchTo("Minh")
  for (let turn = 0; turn < 3; turn++) await act(settle)
  expect(heading()).toBe("Tuần 2 đang mở")
  expect(document.body.textContent).not.toContain("Hoa")
})

test("asks another citizen anew on the entrant's screen: nobody inherits a tick or a unit", async () => {
  const own = phone()
  await begin(own)
  await fillIn()
  own.switchTo("Minh")
  for (let turn = 0; turn < 3; turn++) await act(settle)
  if (heading() !== "Thông tin dự thi") await tap("Bắt đầu làm bài")
  expect(screen.getByText(/Minh/)).toBeTruthy()
  expect((screen.getByRole("checkbox") as HTMLInputElement).checked).toBe(false)
  expect(screen.getByText("Không thuộc đơn vị nào trong danh sách")).toBeTruthy()
})

test("has a status region from the start", async () => {
  const app = phone().open()
  await show(app)
  expect(screen.getByRole("status")).toBeTruthy()
})

test("leads home from a question that the paper has not, and from the entrant's screen where nobody is signed in", async () => {
  const own = phone()
  const app = own.open()
  await settle()
  await show(app)
  await act(() => app.router.go({ screen: "entrant", round: 2 }))
  await act(settle)
  await fillIn()
  await tap("Vào làm bài")
  await act(() => app.router.go({ screen: "question", round: 2, step: 99 }))
  await act(settle)
  expect(app.router.route.value).toEqual({ screen: "home" })
  expect(app.drafts.byRound.value.get(2)?.step).toBe(1)
  own.switchTo(null)
  await act(settle)
  await act(() => app.router.go({ screen: "entrant", round: 2 }))
  await act(settle)
  expect(app.router.route.value).toEqual({ screen: "home" })
})

test("moves the focus to what takes the place of a chosen unit, and of the choice", async () => {
  await begin()
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }))
  await tap("Không thuộc đơn vị nào trong danh sách")
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Chọn đơn vị khác" }))
  await tap("Chọn đơn vị khác")
  expect(document.activeElement).toBe(screen.getByRole("searchbox"))
})
