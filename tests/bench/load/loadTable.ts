import { type Figure, median, percentile, type Ratio, type Row, type Table } from "../benchmark.ts"
import { edge2g, type Line, slow4g } from "./line.ts"
import type { LoadFindings, PageFindings } from "./measureLoad.ts"
import type { Opening } from "./opening.ts"
import type { Visit } from "./visit.ts"

/** One frame of a screen with 60 of them a second. */
const frameMs = 1000 / 60

/** The figures of a run, with what the design asks of them. */
export function loadTable({ app, floor, floorWithTicket }: LoadFindings): Table {
  const offline = app.slow4g.flatMap((visit) => visit.offline ?? [])
  const arrived = app.slow4g.flatMap((visit) => visit.arrived ?? [])
  const cold = (page: PageFindings) => page.slow4g.map((visit) => visit.cold)
  const quotient = (
    of: (opening: Opening) => number,
    openings: (page: PageFindings) => Opening[],
    beside = floor,
  ) => medianOf(openings(app), of) / medianOf(openings(beside), of)
  const usable = ({ usableMs }: Opening) => usableMs
  const answered = ({ answeredMs }: Opening) => answeredMs
  const ratios: Ratio[] = [
    {
      name: "slow 4G, cold: first usable button ÷ the floor's first usable radio",
      value: quotient(usable, cold),
      budget: { atMost: 1.25 },
    },
    {
      name: "slow 4G, cold: first answered radio ÷ that of the floor which gets its ticket first",
      value: quotient(answered, cold, floorWithTicket),
      budget: { atMost: 1.6 },
    },
    {
      name: "slow 4G, cold: first answered radio ÷ the plain floor's",
      value: quotient(answered, cold),
    },
    {
      name: "tap to paint, p95: frames more than the floor",
      value: (tapsP95(app) - tapsP95(floor)) / frameMs,
      budget: { atMost: 1 },
    },
    {
      name: "opened offline: requests that reached the server",
      value: offline.length > 0 ? arrived.length : Number.NaN,
      budget: { atMost: 0 },
    },
    {
      name: "2G, cold: first usable button ÷ the floor's first usable radio",
      value: quotient(usable, ({ edge2g }) => edge2g.map((visit) => visit.cold)),
    },
    {
      name: "2G, cold: first answered radio ÷ that of the floor which gets its ticket first",
      value: quotient(answered, ({ edge2g }) => edge2g.map((visit) => visit.cold), floorWithTicket),
    },
    {
      name: "2G, cold: first answered radio ÷ the plain floor's",
      value: quotient(answered, ({ edge2g }) => edge2g.map((visit) => visit.cold)),
    },
  ]
  return {
    about: [
      `${lineText(slow4g)}, ${app.slow4g.length} phones of each page; ${lineText(edge2g)}, ${app.edge2g.length}; 4× CPU; medians`,
      `${app.tapsMs.length} rounds of ${app.tapsMs[0]?.length ?? 0} taps; offline: ${offline.length} openings`,
      ...(arrived.length > 0 ? [`arrived although offline: ${arrived.join(" ")}`] : []),
    ],
    rows: [
      ...rowsOf(slow4g.name, { app, floor, floorWithTicket }, ({ slow4g }) => slow4g),
      row("offline, app", offline),
      ...rowsOf(edge2g.name, { app, floor, floorWithTicket }, ({ edge2g }) => edge2g),
      { name: "taps, app", figures: [tapFigure(app)] },
      { name: "taps, floor", figures: [tapFigure(floor)] },
    ],
    ratios,
  }
}

function rowsOf(line: string, pages: LoadFindings, visitsOf: (page: PageFindings) => Visit[]): Row[] {
  const names = { app: "app", floor: "floor", floorWithTicket: "floor with ticket" }
  return (["cold", "warm"] as const).flatMap((kind) =>
    (["app", "floor", "floorWithTicket"] as const).map((page) =>
      row(
        `${line}, ${kind}, ${names[page]}`,
        visitsOf(pages[page]).map((visit) => visit[kind]),
      ),
    ),
  )
}

function row(name: string, openings: readonly Opening[]): Row {
  const figure = (name: string, unit: string, of: (opening: Opening) => number): Figure => ({
    name,
    value: medianOf(openings, of),
    unit,
  })
  if (openings.length === 0) return { name, figures: [] }
  return {
    name,
    figures: [
      figure("first paint", "ms", ({ firstPaintMs }) => firstPaintMs),
      figure("usable", "ms", ({ usableMs }) => usableMs),
      figure("answered", "ms", ({ answeredMs }) => answeredMs),
      figure("requests", "", ({ requests }) => requests),
      figure("received", "KB", ({ bytes }) => bytes / 1000),
      figure("scripting", "ms", ({ scriptMs }) => scriptMs),
      figure("heap", "MB", ({ heapBytes }) => heapBytes / 1_000_000),
    ],
  }
}

const medianOf = (openings: readonly Opening[], of: (opening: Opening) => number) => median(openings.map(of))
const tapsP95 = ({ tapsMs }: PageFindings) => median(tapsMs.map((round) => percentile(round, 0.95)))
const tapFigure = (page: PageFindings): Figure => ({ name: "tap p95", value: tapsP95(page), unit: "ms" })
const lineText = ({ name, bitsPerSecond, roundTripMs }: Line) =>
  `${name}: ${bitsPerSecond / 1_000_000} Mbps, ${roundTripMs} ms`
