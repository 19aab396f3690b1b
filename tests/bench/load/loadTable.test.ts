import { describe, expect, it } from "vitest"
import { keepsBudget } from "../benchmark.ts"
import { loadTable } from "./loadTable.ts"
import type { LoadFindings } from "./measureLoad.ts"
import type { Opening } from "./opening.ts"
import type { Visit } from "./visit.ts"

const opening = (usableMs: number, answeredMs: number): Opening => ({
  usableMs,
  answeredMs,
  firstPaintMs: usableMs / 2,
  requests: 3,
  bytes: 12_000,
  scriptMs: 80,
  heapBytes: 2_000_000,
})
const visits = (usableMs: number[], arrived: string[] = []): Visit[] =>
  usableMs.map((ms) => ({
    cold: opening(ms, ms + 100),
    warm: opening(ms / 2, ms),
    offline: opening(ms / 4, ms / 2),
    arrived,
  }))
const page = (usableMs: number[], tapMs: number, arrived: string[] = []) => ({
  slow4g: visits(usableMs, arrived),
  edge2g: visits(usableMs),
  // One round in which the machine stood still.
  tapsMs: [tapMs, 900, tapMs].map((slowest) =>
    Array.from({ length: 100 }, (_, index) => (index < 90 ? 20 : slowest)),
  ),
})
type Pages = Omit<LoadFindings, "floorWithTicket">
/** The floor that waits for its ticket takes half as long again as the plain one. */
const withTicket = ({ app, floor }: Pages): LoadFindings => {
  const later = (visit: Visit): Visit => ({
    ...visit,
    cold: { ...visit.cold, answeredMs: visit.cold.answeredMs * 1.5 },
  })
  const floorWithTicket = { slow4g: floor.slow4g.map(later), edge2g: floor.edge2g.map(later), tapsMs: [] }
  return { app, floor, floorWithTicket }
}
const judged = (pages: Pages) =>
  loadTable(withTicket(pages)).ratios.map((ratio) => [Number(ratio.value.toFixed(2)), keepsBudget(ratio)])

describe("the load table", () => {
  it("sets the app's medians beside the floor's, and one slow opening changes nothing", () => {
    const found = { app: page([510, 490, 500, 9000, 480], 40), floor: page([400, 390, 4000, 410, 400], 30) }
    expect(judged(found)).toEqual([
      [1.25, true],
      [0.8, true],
      [1.2, true],
      [0.6, true],
      [0, true],
      [1.25, true],
      [0.8, true],
      [1.2, true],
    ])
  })

  it("misses what is slower than the design allows: opening, answering, tapping", () => {
    const found = { app: page([1310, 1300, 1290], 60), floor: page([400, 400, 400], 30) }
    expect(judged(found)).toEqual([
      [3.25, false],
      [1.87, false],
      [2.8, true],
      [1.8, false],
      [0, true],
      [3.25, true],
      [1.87, true],
      [2.8, true],
    ])
  })

  it("misses an offline opening that asked the network even once, and one that was not measured", () => {
    const app = page([400], 30)
    const once = { ...app, slow4g: [...app.slow4g, ...visits([400], ["/config.json"])] }
    expect(judged({ app: once, floor: page([400], 30) })[4]).toEqual([1, false])
    const never = { ...app, slow4g: app.slow4g.map(({ cold, warm }) => ({ cold, warm })) }
    expect(judged({ app: never, floor: page([400], 30) })[4]).toEqual([Number.NaN, false])
  })

  it("has a row for each page at each opening, with sizes in KB and MB", () => {
    const { rows } = loadTable(withTicket({ app: page([400], 30), floor: page([300], 30) }))
    expect(rows.map(({ name }) => name)).toEqual([
      "slow 4G, cold, app",
      "slow 4G, cold, floor",
      "slow 4G, cold, floor with ticket",
      "slow 4G, warm, app",
      "slow 4G, warm, floor",
      "slow 4G, warm, floor with ticket",
      "offline, app",
      "2G, cold, app",
      "2G, cold, floor",
      "2G, cold, floor with ticket",
      "2G, warm, app",
      "2G, warm, floor",
      "2G, warm, floor with ticket",
      "taps, app",
      "taps, floor",
    ])
    expect(rows[0]?.figures).toContainEqual({ name: "received", value: 12, unit: "KB" })
    expect(rows[0]?.figures).toContainEqual({ name: "heap", value: 2, unit: "MB" })
  })
})
