// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/preact"
import { afterEach, expect, test, vi } from "vitest"
import type { App } from "../../src/app/createApp.ts"
import type { Route } from "../../src/app/routing/route.ts"
import type { Outcome } from "../../src/client/contestApi.ts"
import type { ComplaintReceipt, ComplaintRequest } from "../../src/contract/complaint.ts"
import { memoryStorage, phone, settle, tokenOf, unreachable } from "./support/phone.ts"
import { calm, heading, show, tap } from "./support/screen.tsx"

afterEach(cleanup)

const receipt: ComplaintReceipt = { number: "PA2-4TQ8-ZK27-3", dueAt: "2024-11-19T09:00:00+07:00" }
const answers = (...outcomes: Outcome<ComplaintReceipt>[]) => {
  const asked: { token: string; request: ComplaintRequest }[] = []
  return {
    asked,
    async complain(_: string, token: string, request: ComplaintRequest): Promise<Outcome<ComplaintReceipt>> {
      asked.push({ token, request })
      return outcomes[asked.length - 1] ?? { ok: true, value: receipt, serviceTime: null }
    },
  }
}
const refusedAs = (
  code: "slow-down" | "not-eligible",
  extra: { retryAfterSeconds?: number } = {},
): Outcome<never> => ({
  ok: false,
  problem: {
    type: "about:blank",
    title: code,
    status: 429,
    code,
    retry: code === "slow-down" ? "after" : "never",
    ...extra,
  },
  serviceTime: null,
})

async function open(own = phone(), route: Route = { screen: "complaint" }): Promise<App> {
  const app = own.open()
  await settle()
  await show(app)
  await act(() => app.router.go(route))
  await calm()
  return app
}
const field = () => screen.getByLabelText("Nội dung") as HTMLTextAreaElement
const write = async (text: string) => {
  await act(() => {
    fireEvent.input(field(), { target: { value: text } })
  })
}
const lateEntry = { screen: "complaint", kind: "late-entry", round: 2 } as const

test("sends a complaint and gives the number and the day by which it is answered", async () => {
  const own = phone()
  const service = answers()
  own.api.complain = service.complain
  await open(own)
  await tap(/^Câu hỏi hoặc đáp án/, "radio")
  await tap("Tuần 2", "radio")
  await write("  Câu 9 có hai đáp án đúng.  ")
  await tap("Gửi phản ánh")
  expect(service.asked).toEqual([
    { token: tokenOf("Hoa"), request: { kind: "question", round: 2, text: "Câu 9 có hai đáp án đúng." } },
  ])
  expect(heading()).toBe("Phản ánh đã tới Ban Tổ chức")
  expect(screen.getByText("PA2-4TQ8-ZK27-3")).toBeTruthy()
  expect(screen.getByText("09:00, thứ Ba, 19/11/2024")).toBeTruthy()
  expect(screen.getByText(/đọc số này/)).toBeTruthy()
  expect(document.body.textContent).not.toContain("Đã nhận")
})

test("is about the round and the matter that led to it", async () => {
  await open(phone(), lateEntry)
  expect((screen.getByRole("radio", { name: /^Bài đến muộn/ }) as HTMLInputElement).checked).toBe(true)
  expect((screen.getByRole("radio", { name: "Tuần 2" }) as HTMLInputElement).checked).toBe(true)
})

test("says what is missing, first on the screen with the focus, and beside each field", async () => {
  const own = phone()
  const service = answers()
  own.api.complain = service.complain
  await open(own)
  await tap("Gửi phản ánh")
  const [summary] = screen.getAllByRole("alert")
  expect(document.activeElement).toBe(summary)
  expect(summary?.textContent).toContain("Chọn phản ánh về việc gì.")
  expect(screen.getAllByText("Viết nội dung phản ánh.")).toHaveLength(2)
  await tap(/^Kết quả, xếp hạng/, "radio")
  expect(screen.getAllByText("Chọn tuần thi.")).toHaveLength(2)
  expect(field().getAttribute("aria-invalid")).toBe("true")
  await tap("Viết nội dung phản ánh.")
  expect(document.activeElement).toBe(field())
  expect(service.asked).toEqual([])
})

test("asks for no week where none fits, and sends none", async () => {
  const own = phone()
  const service = answers()
  own.api.complain = service.complain
  await open(own, lateEntry)
  await tap(/^Thông tin cá nhân/, "radio")
  expect(screen.queryByRole("radio", { name: "Tuần 2" })).toBeNull()
  await write("Xin xóa thông tin.")
  await tap("Gửi phản ánh")
  expect(service.asked[0]?.request).toEqual({ kind: "personal-data", text: "Xin xóa thông tin." })
})

test("counts what room is left as the service counts, and cuts nothing off", async () => {
  const own = phone()
  const service = answers()
  own.api.complain = service.complain
  await open(own, lateEntry)
  expect(screen.getByText("Còn viết được 2.000 ký tự.")).toBeTruthy()
  // Decomposed, as some keyboards write: "ệ" is three code points and still one character.
  await write("ệ".normalize("NFD").repeat(2000))
  expect(screen.getByText("Còn viết được 0 ký tự.")).toBeTruthy()
  await write("ệ".repeat(2003))
  expect(screen.getByText("Dài quá 3 ký tự.")).toBeTruthy()
  await tap("Gửi phản ánh")
  expect(screen.getAllByText("Viết ngắn lại, nhiều nhất 2.000 ký tự.")).toHaveLength(2)
  expect(field().value).toHaveLength(2003)
  expect(service.asked).toEqual([])
})

test("keeps the text when no answer comes, through closing the page, until it is sent", async () => {
  const storage = memoryStorage()
  const own = phone(storage)
  own.api.complain = answers(unreachable).complain
  await open(own, lateEntry)
  await write("Mất mạng lúc 23:58.")
  await tap("Gửi phản ánh")
  expect(screen.getByText("Chưa gửi được phản ánh")).toBeTruthy()
  expect(field().value).toBe("Mất mạng lúc 23:58.")

  cleanup()
  await open(own)
  expect(field().value).toBe("Mất mạng lúc 23:58.")
  expect((screen.getByRole("radio", { name: /^Bài đến muộn/ }) as HTMLInputElement).checked).toBe(true)
  own.api.complain = answers().complain
  await tap("Gửi phản ánh")
  expect(heading()).toBe("Phản ánh đã tới Ban Tổ chức")

  cleanup()
  await open(own)
  expect(field().value).toBe("")
  expect(screen.getByText("PA2-4TQ8-ZK27-3")).toBeTruthy()
  expect(JSON.stringify([...storage.values])).not.toContain("23:58")
})

test("explains the limit of a day, and a short wait, and keeps the text", async () => {
  const own = phone()
  own.api.complain = answers(
    refusedAs("slow-down", { retryAfterSeconds: 86_400 }),
    refusedAs("slow-down", { retryAfterSeconds: 90 }),
  ).complain
  await open(own, lateEntry)
  await write("Một việc nữa.")
  await tap("Gửi phản ánh")
  expect(screen.getByText(/nhiều nhất 5 phản ánh trong 24 giờ.*sau khoảng 24 giờ/)).toBeTruthy()
  await tap("Gửi phản ánh")
  expect(screen.getByText(/gửi lại sau 2 phút/)).toBeTruthy()
  expect(field().value).toBe("Một việc nữa.")
})

test("says whom to ask when the service takes no complaint of this account", async () => {
  const own = phone()
  own.api.complain = answers(refusedAs("not-eligible")).complain
  await open(own, lateEntry)
  await write("Sai tên.")
  await tap("Gửi phản ánh")
  expect(screen.getByText(/có thể liên hệ Ban Tổ chức/)).toBeTruthy()
})

test("shows another citizen on the same phone nothing of the first one's", async () => {
  const own = phone()
  await open(own, lateEntry)
  await write("Chuyện riêng của Hoa.")
  own.switchTo("Minh")
  await calm()
  expect(field().value).toBe("")
  expect(document.body.textContent).not.toContain("Chuyện riêng")
  await write("Chuyện của Minh.")
  own.switchTo("Hoa")
  await calm()
  expect(field().value).toBe("Chuyện riêng của Hoa.")
})

test("never sends one citizen's words under another's name", async () => {
  const own = phone()
  const service = answers({
    ok: false,
    problem: { type: "about:blank", title: "", status: 401, code: "identity-invalid", retry: "reauth" },
    serviceTime: null,
  })
  own.api.complain = async (...call) => {
    const outcome = await service.complain(...call)
    own.switchTo("Minh")
    return outcome
  }
  await open(own, lateEntry)
  await write("Chuyện riêng của Hoa.")
  await tap("Gửi phản ánh")
  expect(service.asked.map(({ token }) => token)).toEqual([tokenOf("Hoa")])
})

test("leads to signing in first: a complaint needs somebody to answer", async () => {
  const own = phone()
  own.switchTo(null)
  await open(own)
  expect(screen.getByText(/Cần đăng nhập trước/)).toBeTruthy()
  expect(screen.queryByRole("textbox")).toBeNull()
  expect(screen.getByText("Bộ phận Văn phòng, UBND phường", { exact: false })).toBeTruthy()
  own.switchTo("Hoa")
  await calm()
  expect(field()).toBeTruthy()
})

test("says so plainly when the phone keeps nothing", async () => {
  await open(phone(memoryStorage(true)), lateEntry)
  await write("Một chữ.")
  expect(screen.getByText(/Phần viết sẽ mất khi đóng trang/)).toBeTruthy()
  cleanup()
  await open(phone(null), lateEntry)
  expect(screen.getByText(/Phần viết sẽ mất khi đóng trang/)).toBeTruthy()
})

test("keeps neither name nor token with the text", async () => {
  const storage = memoryStorage()
  await open(phone(storage), lateEntry)
  await write("Một việc.")
  const kept = JSON.stringify([...storage.values])
  expect(kept).toContain("Một việc.")
  for (const secret of ["SECRET", "Nguyễn", "sub-Hoa"]) expect(kept).not.toContain(secret)
})

test("is reached from the help screen, where the participant's reference can be copied", async () => {
  const copied = vi.fn(async () => undefined)
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: copied } })
  const app = await open(phone(), { screen: "help" })
  expect(screen.getByText("Mã có sau lần vào làm bài đầu tiên trên máy này.")).toBeTruthy()
  await act(() => app.session.adopt("owner-1"))
  await calm()
  const code = screen.getByText(/^NT0-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/).textContent
  await tap("Chép mã")
  expect(copied).toHaveBeenCalledWith(code)
  expect(screen.getByText("Đã chép mã.")).toBeTruthy()
  vi.unstubAllGlobals()
  await tap("Gửi phản ánh")
  expect(heading()).toBe("Phản ánh")
})
