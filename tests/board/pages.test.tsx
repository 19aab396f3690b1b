// @vitest-environment jsdom
import { signal } from "@preact/signals"
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { BoardView } from "../../src/board/BoardView.tsx"
import type { BoardData } from "../../src/board/boardData.ts"
import type { Feed } from "../../src/board/feed.ts"
import { ScreenView } from "../../src/board/ScreenView.tsx"
import { readWish } from "../../src/board/wish.ts"
import { sampleStandings } from "../app/support/sampleStandings.ts"
import { sampleData, sampleResults, sampleView, words } from "./support/sampleBoard.ts"

afterEach(cleanup)

function feedOf(data: BoardData | null, state: "loading" | "fresh" | "lost" = "fresh") {
  let refreshed = 0
  const feed = { data: signal(data), state: signal(state), refresh: async () => void refreshed++ }
  return { feed: feed satisfies Feed<BoardData>, refreshed: () => refreshed }
}

function showBoard(search: string, data: BoardData | null, state?: "loading" | "fresh" | "lost") {
  const contestLink = signal<string | null>("https://hoi-thi.example/")
  const { feed, refreshed } = feedOf(data, state)
  render(
    <BoardView feed={feed} words={words} wish={readWish(search)} search={search} contestLink={contestLink} />,
  )
  return { feed, refreshed }
}
const heading = () => screen.getByRole("heading", { level: 1 }).textContent

describe("the board", () => {
  it("shows the standings with chart, table, who is unranked and why, and the formula", () => {
    showBoard("", sampleData())
    expect(heading()).toBe("Bảng đơn vị")
    expect(screen.getByRole("img").getAttribute("aria-label")).toContain("Biểu đồ thanh")
    expect(screen.getByRole("rowheader", { name: "Sở Y tế" })).toBeTruthy()
    expect(screen.getByText("Dưới 10 lượt dự thi.")).toBeTruthy()
    expect(screen.getByText("Số người của đơn vị tính đến ngày 01/10/2024.")).toBeTruthy()
    expect(screen.getByText(/mới tính tuần 1, 2 trên 4 tuần/)).toBeTruthy()
  })
  it("says plainly that nothing is published yet, and when something will be", () => {
    const contest = sampleView(["open", "upcoming"])
    showBoard("", { contest, standings: { ...sampleStandings(), rounds: [] }, round: null })
    expect(heading()).toBe("Chưa có kết quả tuần nào")
    expect(screen.queryByRole("table")).toBeNull()
    const [first, second] = within(screen.getByRole("main")).getAllByRole("listitem")
    expect(first?.textContent).toBe(
      "Tuần 1 Đang mở đến 23:59, Chủ nhật, 03/11/2024. 1.234 người đã dự thi. Kết quả dự kiến trước 17:00, thứ Tư, 06/11/2024.",
    )
    expect(second?.textContent).toBe("Tuần 2 Mở lúc 00:00, thứ Hai, 04/11/2024.")
  })
  it("reports a round with the service's figures and masked winners", () => {
    showBoard("?view=round&round=2", sampleData())
    expect(heading()).toBe("Kết quả tuần 2")
    expect(screen.getByText("25.980")).toBeTruthy()
    const row = (name: string) => screen.getByRole("rowheader", { name }).parentElement?.textContent
    expect(row("Đúng cả 15 câu")).toContain("5.945 22,88\u00a0%")
    expect(row("Trong đó không đúng câu nào")).toContain("16 0,06\u00a0%")
    expect(screen.getByText("Nguyễn Thị H***")).toBeTruthy()
    expect(screen.getByText("Sở Y tế")).toBeTruthy()
    expect(
      screen.getByText(/14\/15 câu · dự đoán 6.000, lệch 55 · 19:42:08, 01\/11\/2024 · nộp muộn/),
    ).toBeTruthy()
    expect(screen.getByText("Không có người đạt")).toBeTruthy()
    expect(screen.getByText(/Bài đến sau giờ đóng, không xét giải: 3. Bài không được tính: 1./)).toBeTruthy()
    expect(screen.getByText(words.board.safety)).toBeTruthy()
  })
  it("reports each division under its name", () => {
    const data = sampleData()
    data.round?.divisions.push({
      name: "Cán bộ",
      results: sampleResults({ division: "officials", revision: 2 }),
    })
    showBoard("?view=round", data)
    expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      "Tất cả",
      "Người đạt giải",
      "Cán bộ",
      "Người đạt giải",
    ])
    expect(screen.getByText(/Bản điều chỉnh lần 1\./)).toBeTruthy()
  })
  it.each([
    ["?view=round&round=9", "Hội thi không có tuần 9"],
    ["?view=round", "Chưa có kết quả tuần nào"],
  ])("says so where there is no such round: %s", (search, title) => {
    showBoard(search, { ...sampleData(), round: null })
    expect(heading()).toBe(title)
  })
  it("links its pages, says which one this is, and leaves the frame for the contest", () => {
    showBoard("?view=round&round=2&theme=dark", sampleData())
    const pages = within(screen.getByRole("navigation")).getAllByRole("link")
    expect(pages.map((link) => link.getAttribute("href"))).toEqual([
      "?theme=dark",
      ...[1, 2, 3, 4].map((round) => `?view=round&round=${round}&theme=dark`),
    ])
    expect(pages.map((link) => link.getAttribute("aria-current"))).toEqual([null, null, "page", null, null])
    expect(screen.getByRole("link", { name: "Mở Hội thi" }).getAttribute("target")).toBe("_top")
  })
  it("keeps the last figures without network and says of when they are", async () => {
    const { feed } = showBoard("", sampleData())
    const status = screen.getByRole("status")
    expect(status.textContent).toBe("")
    await act(() => {
      feed.state.value = "lost"
    })
    expect(status.textContent).toBe("Mất kết nối. Đang hiện số liệu lúc 09:00, thứ Ba, 12/11/2024.")
    expect(screen.getByRole("rowheader", { name: "Sở Y tế" })).toBeTruthy()
  })
  it("offers another try when the first figures cannot be had", () => {
    const { refreshed } = showBoard("", null, "lost")
    expect(heading()).toBe("Chưa tải được số liệu")
    fireEvent.click(screen.getByRole("button", { name: "Thử lại" }))
    expect(refreshed()).toBe(1)
  })
})

describe("the notice screen", () => {
  beforeEach(() => {
    vi.stubGlobal("matchMedia", () => ({ matches: false }))
  })
  const after = () => () => {}
  const show = (data: BoardData) => {
    const { feed } = feedOf(data)
    const contestLink = signal<string | null>("https://hoi-thi.example/")
    render(
      <ScreenView feed={feed} words={words} secondsPerPage={20} after={after} contestLink={contestLink} />,
    )
    return feed
  }
  const press = (key: string) => act(() => void fireEvent.keyDown(document.body, { key }))

  it("turns its pages by button and key, and tells where it is", async () => {
    show(sampleData())
    expect(heading()).toBe("Bảng đơn vị")
    fireEvent.click(screen.getByRole("button", { name: "Trang sau" }))
    await act(async () => {})
    expect(heading()).toBe("Kết quả tuần 2")
    await press("ArrowRight")
    expect(heading()).toBe("Người đạt giải")
    expect(screen.getByText(words.board.safety)).toBeTruthy()
    await press("ArrowRight")
    expect(heading()).toBe("Tuần 3 đang mở")
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
      "Mã QR mở Hội thi: https://hoi-thi.example/",
    )
    expect(screen.getByText("Trang 4 trên 4")).toBeTruthy()
  })
  it("can be paused, and only then reads out what is turned", async () => {
    show(sampleData())
    const live = () => screen.getByRole("main").getAttribute("aria-live")
    expect(live()).toBe("off")
    await press(" ")
    expect(screen.getByRole("button", { name: "Chạy tiếp" })).toBeTruthy()
    expect(live()).toBe("polite")
  })
  it("keeps its pages without network and says so", async () => {
    const feed = show(sampleData())
    expect(screen.getByRole("status").textContent).toBe("Số liệu lúc 09:00, thứ Ba, 12/11/2024")
    await act(() => {
      feed.state.value = "lost"
    })
    expect(screen.getByRole("status").textContent).toContain("Mất kết nối.")
    expect(heading()).toBe("Bảng đơn vị")
  })
  it("goes back to the first page when the one that stood is gone", async () => {
    const feed = show(sampleData())
    await press("ArrowLeft")
    expect(heading()).toBe("Tuần 3 đang mở")
    await act(() => {
      feed.data.value = {
        ...sampleData(),
        contest: sampleView(["published", "published", "closed", "closed"]),
      }
    })
    expect(heading()).toBe("Bảng đơn vị")
    expect(screen.getByText("Trang 1 trên 3")).toBeTruthy()
  })
})
