// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, screen, within } from "@testing-library/preact"
import { render } from "preact"
import { afterEach, beforeAll, expect, test, vi } from "vitest"
import { galleryState } from "./support/galleryState.ts"
import { settle } from "./support/phone.ts"

// A script that comes when it is asked for may take its time on a busy machine.
configure({ asyncUtilTimeout: 30_000 })
beforeAll(async () => {
  // jsdom draws nothing.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null)
})
afterEach(() => {
  const root = document.getElementById("app")
  if (root) render(null, root)
  cleanup()
})

const text = () => document.querySelector("main")?.textContent ?? ""
const heading = () => screen.getByRole("heading", { level: 1 }).textContent

test("the card of revised results says which question, and leads to the changes", async () => {
  await galleryState("results-revised")
  expect(heading()).toBe("Kết quả tuần 4 đã điều chỉnh")
  await screen.findByText("Câu 9 có thêm đáp án đúng.")
  expect(screen.getByRole("button", { name: "Xem kết quả" })).toBeTruthy()
  fireEvent.click(screen.getByRole("button", { name: "Xem thay đổi" }))
  for (let turn = 0; turn < 5; turn++) await act(settle)
  expect(heading()).toBe("Điều chỉnh kết quả tuần 4")
})

test("the changes tell what, why, N before and after, ranks and prizes, the newest first", async () => {
  await galleryState("revisions")
  const [newest, oldest] = screen.getAllByRole("heading", { level: 2 })
  expect(newest?.textContent).toBe("Câu 9 có thêm đáp án đúng.")
  expect(oldest?.textContent).toBe("Bài HS1‑2K4D‑91XQ‑2 không còn được tính.")
  for (const part of [
    "Nghị quyết nêu cả hai cách gọi",
    "5.945 → 6.012",
    "19.204",
    "09:30, thứ Năm, 14/11/2024",
  ])
    expect(text()).toContain(part)
  const own = screen.getByText("Bài này").closest("li")
  expect(own?.textContent).toContain("HS1‑7K4D‑91XQ‑X: được Giải Khuyến khích (hạng 6.021 → 13)")
  expect(text()).toContain("HS1‑2K4D‑91XQ‑2: không còn Giải Nhì (hạng 2 → không được tính)")
  expect(text()).toContain("Bài này (HS1‑7K4D‑91XQ‑X) không đổi giải.")
})

test("one's own row is looked up at once and agrees", async () => {
  await galleryState("ledger")
  const verdict = (await screen.findByText("Khớp")).parentElement as HTMLElement
  expect(within(verdict).getAllByRole("listitem")).toHaveLength(3)
  expect(verdict.textContent).toContain("dòng 12.345 trên 25.980")
  expect(text()).toContain("Câu 9: Bảng tin ở tổ dân phố")
  expect(text()).toMatch(/npm run contest -- verify http.*\/contests\/gallery\/rounds\/1/)
  const link = screen.getByRole("link", { name: "Tải toàn bộ sổ tuần 1 (NDJSON)" })
  expect(link.getAttribute("href")).toMatch(/\/contests\/gallery\/rounds\/1\/ledger$/)
})

test("a row that was changed is named, with what to do", async () => {
  await galleryState("ledger-mismatch")
  const verdict = (await screen.findByText("Không khớp")).parentElement as HTMLElement
  expect(verdict.textContent).toContain("không đúng với biên nhận trên máy này")
  expect(verdict.textContent).toContain("nêu mã HS1‑7K4D‑91XQ‑X")
  expect(within(verdict).getByRole("link", { name: "Gửi phản ánh" })).toBeTruthy()
  expect(screen.queryByText("Khớp")).toBeNull()
})

test.each([
  ["ledger-unknown", "Máy này có biên nhận của mã này mà sổ không có"],
  ["ledger-offline", "Chưa hỏi được máy chủ."],
  ["ledger-no-code", "Không phải mã bài"],
  ["ledger-other", "Biên nhận của mã này không ở trên máy này"],
])("%s says so in words", async (name, words) => {
  await galleryState(name)
  await screen.findByText(words, { exact: false })
  if (name !== "ledger-other") expect(screen.queryByText("Khớp")).toBeNull()
})

test("winners are grouped by prize, one's own marked", async () => {
  await galleryState("winners-own")
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    "Giải Nhất",
    "Giải Nhì",
    "Giải Ba",
  ])
  expect(screen.getByText("Bài này").closest("li")?.textContent).toContain("HS1-3K4D-91XQ-1")
  expect(text()).toContain("Ban Tổ chức không hỏi mật khẩu")
})

test("a search without marks finds a winner, and says when there is none", async () => {
  await galleryState("winners-search")
  expect(text()).toContain("Có 1 người khớp.")
  expect(screen.getByText("Tôn Nữ Quỳnh A***")).toBeTruthy()
  expect(screen.queryByText("Nguyễn Thị H***")).toBeNull()
  await galleryState("winners-none")
  expect(text()).toContain("Không có ai khớp.")
})

test("another division has its own winners and no entry of one's own", async () => {
  await galleryState("results-divisions")
  expect(screen.getByText("Vì sao xếp như vậy")).toBeTruthy()
  fireEvent.click(screen.getByRole("radio", { name: "Cán bộ, công chức" }))
  for (let turn = 0; turn < 3; turn++) await act(settle)
  expect(text()).toContain("Không có bài của tài khoản này")
  expect(screen.queryByText("Vì sao xếp như vậy")).toBeNull()
})

test.each([
  ["results", "Đúng ít hơn 1 câu."],
  ["results-why-prediction", "Bằng số câu đúng, dự đoán lệch nhiều hơn 12."],
  ["results-why-received", "Bằng số câu đúng, bằng độ lệch dự đoán, nhận sau 1 ngày 5 giờ."],
  ["results-why-draw", "Bằng nhau mọi điều"],
  ["results-excluded", "Bài này không được tính. Thành viên tổ kỹ thuật."],
  ["results-amended", "Kết quả đã điều chỉnh 2 lần."],
])("%s says why in words", async (name, words) => {
  await galleryState(name)
  expect(text()).toContain(words)
})

test("the report gives every class as number and share", async () => {
  await galleryState("results")
  const terms = [...document.querySelectorAll(".figures > div")].map(({ textContent }) => textContent)
  expect(terms).toEqual([
    "Người dự thi25.980",
    "Đúng cả 15 câu5.945 · 22,88\u00a0%",
    "Đúng từ 75 %11.228 · 43,22\u00a0%",
    "Đúng từ 25 đến dưới 75 %7.851 · 30,22\u00a0%",
    "Đúng dưới 25 %956 · 3,68\u00a0%",
    "trong đó không đúng câu nào16 · 0,06\u00a0%",
  ])
})

test("amended answers say so: one of several, withdrawn, and what it was at first", async () => {
  await galleryState("answers-amended")
  expect(text()).toContain("Đáp án, một trong 2: Ứng dụng Hue-S; Bảng tin ở tổ dân phố")
  expect(text()).toContain("Câu này được hủy: ai cũng được tính đúng.")
  expect(screen.getAllByText("Đáp án lúc đầu: Ứng dụng Hue-S.", { exact: false })).toHaveLength(2)
})

test("without the questions no bare option letter stands for an answer", async () => {
  await galleryState("answers-without-paper")
  expect(text()).toContain("Chưa tải được câu hỏi")
  expect(text()).not.toMatch(/Đáp án: |Đã chọn: /)
  expect(screen.getByRole("button", { name: "Thử lại" })).toBeTruthy()
})

test("the units' standings show one's own unit first and marked", async () => {
  await galleryState("standings")
  expect(text()).toContain("Phường Vỹ Dạ: hạng 2 trên 2, 44,39 điểm.")
  const row = screen.getByRole("rowheader", { name: /Phường Vỹ Dạ/ }).closest("tr")
  expect(row?.className).toContain("own")
  expect(text()).toContain("Số người của đơn vị tính đến ngày 01/10/2024.")
  fireEvent.click(screen.getByRole("radio", { name: "Cơ quan" }))
  await act(settle)
  expect(screen.getByRole("rowheader", { name: "Sở Y tế" })).toBeTruthy()
  expect(screen.queryByRole("rowheader", { name: /Phường/ })).toBeNull()
})

test.each([
  ["standings-unranked", "Phường Kim Long: chưa được xếp hạng"],
  ["standings-empty", "Chưa có tuần nào công bố kết quả."],
  ["revisions-none", "Kết quả tuần này chưa điều chỉnh lần nào."],
])("%s says what there is", async (name, words) => {
  await galleryState(name)
  expect(text()).toContain(words)
})

test("without network one's entries are those that this phone has kept", async () => {
  await galleryState("my-entries-offline")
  expect(text()).toContain("những gì lưu trên máy này")
  const [first, second, third, last] = screen.getAllByRole("listitem").map(({ textContent }) => textContent)
  expect(first).toContain("HS1-7K4D-91XQ-X")
  expect(first).toContain("Nhận lúc 12:42:08, 05/11/2024")
  expect(first).toContain("Chưa tải được kết quả của bài này.")
  expect(second).toContain("Chưa dự thi")
  expect([third, last].join()).toMatch(/Mở lúc 00:00, thứ Hai, 11\/11.*Mở lúc 00:00, thứ Hai, 18\/11/)
})

test("a receipt that cannot be drawn says what to do instead", async () => {
  await galleryState("received-picture")
  await screen.findByText("Máy này không tạo được ảnh.", { exact: false })
  expect(document.querySelector("img")).toBeNull()
})

test("English has all of it", async () => {
  for (const [name, words] of [
    ["ledger", "It agrees"],
    ["revisions", "Question 9 has a further right answer."],
    ["results-why-prediction", "As many right, the prediction off by 12 more."],
    ["winners-none", "No match."],
  ] as const) {
    await galleryState(name, "en")
    await screen.findByText(words, { exact: false })
  }
})
