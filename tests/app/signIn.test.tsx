// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/preact"
import { afterEach, expect, test } from "vitest"
import { sampleContest } from "../../src/gallery/sampleContest.ts"
import { phone, settle } from "./support/phone.ts"
import { calm, heading, show, tap } from "./support/screen.tsx"

afterEach(cleanup)

test.each([
  ["ASSURANCE_TOO_LOW", "Tài khoản chưa đủ mức định danh", /Mức 2 làm ở cơ quan Công an/],
  ["USER_DENIED", "Chưa cho phép dùng tài khoản", /mỗi người chỉ có một bài/],
  ["USER_CANCELLED", "Đăng nhập chưa xong", /tài khoản Hue-S hoặc VNeID/],
  ["TIMEOUT", "Cần đăng nhập để dự thi", "Chưa đăng nhập được. Bấm để thử lại."],
] as const)("says on the card what %s means, and signs in once it is mended", async (reason, title, words) => {
  const own = phone()
  own.refuse(reason)
  const app = own.open()
  await settle()
  await show(app)
  await tap("Bắt đầu làm bài")
  expect(heading()).toBe(title)
  expect(screen.getAllByText(words).length).toBeGreaterThan(0)
  expect(screen.getByRole("button", { name: "Làm thử" })).toBeTruthy()
  own.refuse(null)
  await tap("Đăng nhập lại")
  expect(heading()).toBe("Tuần 2 đang mở")
})

test("tells the host which level of account the contest needs, only when it may ask the citizen", async () => {
  const own = phone()
  const contest = sampleContest([1])
  contest.eligibility.minAssurance = 2
  own.api.contest = async () => ({ ok: true, value: contest, serviceTime: null })
  own.refuse("ASSURANCE_TOO_LOW")
  const app = own.open()
  await settle()
  await show(app)
  await tap("Bắt đầu làm bài")
  const asked = own.requests.map(({ interactive, minAssurance }) => [interactive, minAssurance])
  expect(asked).toContainEqual([true, 2])
  expect(asked.filter(([interactive]) => !interactive).every(([, least]) => least === undefined)).toBe(true)
})

test("forgets why one citizen could not sign in when another comes", async () => {
  const own = phone()
  own.refuse("USER_DENIED")
  const app = own.open()
  await settle()
  await show(app)
  await tap("Bắt đầu làm bài")
  own.refuse(null)
  await act(() => own.switchTo("Minh"))
  await calm()
  expect(heading()).toBe("Tuần 2 đang mở")
})
