// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact"
import { afterEach, expect, test } from "vitest"
import type { App } from "../../src/app/createApp.ts"
import { samplePractice } from "../../src/gallery/samplePractice.ts"
import { memoryStorage, phone, settle, unreachable } from "./support/phone.ts"
import { calm, heading, show, tap } from "./support/screen.tsx"

afterEach(cleanup)

async function open(own = phone()): Promise<App> {
  const app = own.open()
  await settle()
  await show(app)
  return app
}
const choose = (text: string) => fireEvent.click(screen.getByRole("radio", { name: new RegExp(text) }))
const check = () => tap("Xem đúng hay chưa")

test("can be practised by somebody who is not signed in, from the second button of the card", async () => {
  const own = phone()
  own.switchTo(null)
  await open(own)
  expect(heading()).toBe("Cần đăng nhập để dự thi")
  await tap("Làm thử")
  expect(screen.getByText("Câu thử 1 trên 3")).toBeTruthy()
})

test("says on every screen that it does not count", async () => {
  await open()
  await tap("Làm thử", "link")
  for (const go of ["Bỏ qua câu này", "Bỏ qua câu này", "Bỏ qua câu này"]) {
    expect(screen.getByText("Làm thử – không tính vào bài thi")).toBeTruthy()
    await tap(go)
  }
  expect(heading()).toBe("Xong phần làm thử")
  expect(screen.getByText("Làm thử – không tính vào bài thi")).toBeTruthy()
  expect(screen.getByText("Đúng 0 trên 3 câu thử")).toBeTruthy()
  expect(document.body.textContent).not.toContain("Đã nhận")
})

test("says at once whether the answer is right, why, and where that is written", async () => {
  await open()
  await tap("Làm thử", "link")
  choose("mạng xã hội")
  expect(screen.queryByText("Chưa đúng")).toBeNull()
  await check()
  const feedback = screen.getByRole("heading", { name: "Chưa đúng" })
  expect(document.activeElement).toBe(feedback)
  const told = within(feedback.parentElement as HTMLElement)
  expect(told.getByText("Tài khoản Hue-S; Tài khoản VNeID")).toBeTruthy()
  expect(told.getByText(/mỗi người một lượt mỗi tuần/)).toBeTruthy()
  expect(told.getByText(/Thể lệ, mục 2/)).toBeTruthy()
})

test("takes any accepted answer for right", async () => {
  for (const accepted of ["Tài khoản Hue-S", "Tài khoản VNeID"]) {
    await open()
    await tap("Làm thử", "link")
    choose(accepted)
    await check()
    expect(screen.getByRole("heading", { name: "Chọn đúng" })).toBeTruthy()
    cleanup()
  }
})

test("lets no answer be changed once it was checked, so that the score means something", async () => {
  await open()
  await tap("Làm thử", "link")
  choose("mạng xã hội")
  await check()
  for (const option of screen.getAllByRole("radio")) expect((option as HTMLInputElement).disabled).toBe(true)
})

test("asks for a choice before it checks anything", async () => {
  await open()
  await tap("Làm thử", "link")
  await check()
  expect(screen.getByText("Chọn một đáp án rồi bấm “Xem đúng hay chưa”.")).toBeTruthy()
  expect(screen.queryByRole("heading", { level: 2 })).toBeNull()
})

test("counts the right ones at the end, leads home, and begins anew the next time", async () => {
  const app = await open()
  await tap("Làm thử", "link")
  choose("VNeID")
  await check()
  await tap("Câu thử tiếp theo")
  choose("Khi bấm")
  await check()
  await tap("Câu thử tiếp theo")
  choose("Giờ máy chủ")
  await check()
  await tap("Xem kết quả làm thử")
  expect(screen.getByText("Đúng 2 trên 3 câu thử")).toBeTruthy()
  await tap("Trang chính")
  await act(() => app.router.resetTo({ screen: "home" }))
  await act(settle)
  expect(heading()).toBe("Tuần 2 đang mở")
  await tap("Làm thử", "link")
  expect(screen.queryAllByRole("radio", { checked: true })).toHaveLength(0)
})

test("keeps and sends nothing of it", async () => {
  const storage = memoryStorage()
  const own = phone(storage)
  const app = await open(own)
  const before = JSON.stringify([...storage.values])
  await tap("Làm thử", "link")
  choose("VNeID")
  await check()
  await tap("Câu thử tiếp theo")
  expect(JSON.stringify([...storage.values])).toBe(before)
  expect(app.drafts.byRound.value.size).toBe(0)
  expect(app.entries.rounds()).toEqual([])
  expect(own.tickets).toEqual([])
})

test("goes on without network once it has been opened, and says what is missing where it never was", async () => {
  const own = phone()
  own.api.practice = async () => unreachable
  const app = await open(own)
  await act(() => app.router.go({ screen: "practice", step: 2 }))
  await calm()
  expect(heading()).toBe("Chưa tải được câu làm thử")
  own.api.practice = async () => ({ ok: true, value: { questions: samplePractice }, serviceTime: null })
  await tap("Thử lại")
  expect(screen.getByText("Câu thử 2 trên 3")).toBeTruthy()
  own.api.practice = async () => unreachable
  await tap("Bỏ qua câu này")
  expect(screen.getByText("Câu thử 3 trên 3")).toBeTruthy()
})

test("shows another citizen on the same phone a fresh run", async () => {
  const own = phone()
  const app = await open(own)
  await tap("Làm thử", "link")
  choose("VNeID")
  await check()
  own.switchTo("Minh")
  await act(settle)
  await act(() => app.router.go({ screen: "home" }))
  await tap("Làm thử", "link")
  expect(screen.queryAllByRole("radio", { checked: true })).toHaveLength(0)
})

test("has one question as well as three, and says so when there is none", async () => {
  const own = phone()
  own.api.practice = async () => ({
    ok: true,
    value: { questions: samplePractice.slice(0, 1) },
    serviceTime: null,
  })
  await open(own)
  await tap("Làm thử", "link")
  await tap("Bỏ qua câu này")
  expect(screen.getByText("Đúng 0 trên 1 câu thử")).toBeTruthy()
  cleanup()
  const bare = phone()
  bare.api.practice = async () => ({ ok: true, value: { questions: [] }, serviceTime: null })
  await open(bare)
  await tap("Làm thử", "link")
  expect(screen.getByText("Ban Tổ chức chưa đưa câu làm thử.")).toBeTruthy()
})

test("lets the explanations be read among the study material, and says which links need the network", async () => {
  await open()
  await tap("Tài liệu ôn", "link")
  expect(screen.getByText("Kiến thức ôn")).toBeTruthy()
  expect(screen.getByText("Chỉ có mã bài mới là bằng chứng: trước đó bài còn nằm trên máy.")).toBeTruthy()
  const outside = screen.getByRole("link", { name: /Mở tài liệu/ })
  expect(outside.textContent).toContain("cần có mạng")
  await tap("Làm thử")
  expect(screen.getByText("Câu thử 1 trên 3")).toBeTruthy()
})
