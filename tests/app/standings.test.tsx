// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/preact"
import { afterEach, describe, expect, it } from "vitest"
import { createFormat } from "../../src/app/format/format.ts"
import { axisTicks, leagueBars } from "../../src/app/standings/bars.ts"
import { enStandings } from "../../src/app/standings/enStandings.ts"
import { createFigures } from "../../src/app/standings/figures.ts"
import { leagueName } from "../../src/app/standings/leagueName.ts"
import { StandingsChart } from "../../src/app/standings/StandingsChart.tsx"
import { StandingsFormula } from "../../src/app/standings/StandingsFormula.tsx"
import { StandingsTable } from "../../src/app/standings/StandingsTable.tsx"
import { UnrankedUnits } from "../../src/app/standings/UnrankedUnits.tsx"
import { viStandings } from "../../src/app/standings/viStandings.ts"
import { viFirst } from "../../src/app/words/viFirst.ts"
import { sampleStandings } from "./support/sampleStandings.ts"
import { shape } from "./support/shape.ts"

afterEach(cleanup)

const standings = sampleStandings()
const league = standings.leagues[0]
if (!league) throw new Error("the sample has no league")
const figures = createFigures("vi")
const shared = { league, words: viStandings, figures }

describe("the bars of a league", () => {
  const { bars, ticks } = leagueBars(league, standings.formula, 10)

  it("stand in the order of the ranks and leave out who has none", () => {
    expect(bars.map(({ name, rank }) => [rank, name])).toEqual([
      [1, "Sở Y tế"],
      [2, "Sở Tư pháp"],
      [3, "Phường Vỹ Dạ"],
    ])
  })
  it("begin at zero and reach exactly the score, participation first, quality behind it", () => {
    const end = ticks.at(-1) ?? Number.NaN
    for (const { participation, quality, score } of bars) {
      expect(participation.from).toBe(0)
      expect(quality.from).toBe(participation.to)
      expect((quality.to * end) / 100).toBeCloseTo(100 * score, 9)
    }
  })
  it("show no more units than asked for", () => {
    expect(leagueBars(league, standings.formula, 2).bars).toHaveLength(2)
  })
  it("keep the league's axis on a later part of it", () => {
    const later = leagueBars(league, standings.formula, 2, 2)
    expect(later.bars.map(({ rank }) => rank)).toEqual([3])
    expect(later.ticks).toEqual(ticks)
  })
  it.each([
    [0, [0, 1]],
    [0.4, [0, 1]],
    [4.2, [0, 1, 2, 3, 4, 5]],
    [5, [0, 1, 2, 3, 4, 5]],
    [38, [0, 10, 20, 30, 40]],
    [51, [0, 20, 40, 60]],
    [100, [0, 20, 40, 60, 80, 100]],
  ])("have an axis of round marks up to at least %d points", (most, marks) => {
    expect(axisTicks(most)).toEqual(marks)
  })
})

describe("the standings on a page", () => {
  it("say the chart's sense in one sentence to who does not see it", () => {
    render(<StandingsChart {...shared} formula={standings.formula} />)
    const name = screen.getByRole("img").getAttribute("aria-label")
    expect(name).toContain("Sở Y tế 71,20 điểm")
    expect(name).toContain("Phường Vỹ Dạ 33,33 điểm")
  })
  it("mark in the chart down to where prizes go", () => {
    render(<StandingsChart {...shared} formula={standings.formula} />)
    const row = screen.getByText("Từ đây trở lên có giải")
    expect(row.previousElementSibling?.textContent).toContain("Sở Tư pháp")
  })
  it("draw no line for prizes where the chart ends with the last of them", () => {
    const { container } = render(
      <StandingsChart {...shared} formula={standings.formula} limit={1} skip={1} />,
    )
    expect(container.textContent).toContain("Sở Tư pháp")
    expect(container.textContent).not.toContain("Từ đây trở lên có giải")
  })
  it("give every figure in the table, under its column", () => {
    render(<StandingsTable {...shared} isFinal={false} />)
    const table = screen.getByRole("table", { name: "Bảng đơn vị: Tất cả đơn vị" })
    expect(
      within(table)
        .getAllByRole("columnheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["Hạng", "Đơn vị", "Lượt dự thi", "Số người", "Tỷ lệ dự thi", "Chất lượng", "Điểm", "Giải"])
    const row = screen.getByRole("rowheader", { name: "Sở Y tế" }).parentElement
    const texts = within(row as HTMLElement)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent)
    expect(texts).toEqual([
      "1",
      "Lượt dự thi39",
      "Số người65",
      "Tỷ lệ dự thi60,00\u00a0%",
      "Chất lượng88,00\u00a0%",
      "Điểm71,20",
      "Tạm đạt",
    ])
  })
  it("call a prize won only when all rounds are in", () => {
    render(<StandingsTable {...shared} isFinal={true} />)
    expect(screen.getAllByText("Đạt giải")).toHaveLength(2)
    expect(screen.queryByText("Tạm đạt")).toBeNull()
  })
  it("list every unit without a rank under the reason", () => {
    render(<UnrankedUnits {...shared} formula={standings.formula} />)
    const under = (reason: string) => screen.getByText(reason).nextElementSibling?.textContent
    expect(under("Dưới 10 lượt dự thi.")).toBe("Sở Nội vụ (3 lượt)")
    expect(under("Tỷ lệ dự thi dưới 1,00 %.")).toBe("Thành phố Huế (50 lượt)")
    expect(under("Chưa có số người của đơn vị nên không tính được tỷ lệ.")).toBe("Tổ 5 (12 lượt)")
  })
  it("say so when nobody has a rank", () => {
    const unranked = { ...league, rows: league.rows.filter(({ rank }) => rank === null) }
    render(<StandingsTable {...shared} league={unranked} isFinal={false} />)
    expect(screen.getByText("Chưa có đơn vị nào đủ điều kiện xếp hạng.")).toBeTruthy()
    const { container } = render(<StandingsChart {...shared} league={unranked} formula={standings.formula} />)
    expect(container.querySelector("svg")).toBeNull()
  })
  it("tell the formula with its weights, the headcounts' day, the rounds in it and the time", () => {
    render(
      <StandingsFormula
        standings={standings}
        questions={15}
        words={viStandings}
        figures={figures}
        format={createFormat(
          { timeZone: "Asia/Ho_Chi_Minh", utcOffset: null, weekdays: viFirst.weekdays },
          "vi",
        )}
      />,
    )
    expect(screen.getByText("Điểm = 60 % × tỷ lệ dự thi + 40 % × chất lượng, thang 100.")).toBeTruthy()
    expect(screen.getByText("Số người của đơn vị tính đến ngày 01/10/2024.")).toBeTruthy()
    expect(screen.getByText("Đã tính tuần 1, 2. Số liệu lúc 09:00, thứ Ba, 12/11/2024.")).toBeTruthy()
  })
  it("name a league by its kinds", () => {
    expect(leagueName({ kinds: ["agency", "locality"] }, viStandings)).toBe("Cơ quan · Địa phương")
    expect(leagueName({ kinds: ["agency"] }, enStandings)).toBe("Agencies")
  })
})

describe("the words of the standings", () => {
  it("are the same in Vietnamese and English, with the same gaps", () => {
    expect(shape(enStandings).sort()).toEqual(shape(viStandings).sort())
  })
  it("write figures the reader's way", () => {
    const english = createFigures("en")
    expect([figures.count(14492), figures.share(0.2288), figures.points(0.6127)]).toEqual([
      "14.492",
      "22,88\u00a0%",
      "61,27",
    ])
    expect([english.count(14492), english.share(0.2288), english.weight(0.6)]).toEqual([
      "14,492",
      "22.88\u00a0%",
      "60\u00a0%",
    ])
    expect(figures.mark(2.5)).toBe("2,5")
  })
})
