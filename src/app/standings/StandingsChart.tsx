import { type Bar, type Formula, type League, leagueBars } from "./bars.ts"
import type { Figures } from "./figures.ts"
import type { StandingsWords } from "./viStandings.ts"

type StandingsChartProps = {
  league: League
  formula: Formula
  words: StandingsWords
  figures: Figures
  /** Units shown, from the first; default: the prizes and two more, so that the line between them is seen. */
  limit?: number
  /** Units left out before the first one shown. */
  skip?: number
}

/**
 * A league's scores as bars in plain SVG: what participation gave and what quality added. One picture to a screen reader,
 * with its sense in a sentence; the figures are the table's (StandingsTable). Needs standings.css. Nothing without ranked units.
 */
export function StandingsChart({ league, formula, words, figures, limit, skip }: StandingsChartProps) {
  const { bars, ticks } = leagueBars(league, formula, limit ?? league.prizes + 2, skip)
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last) return null
  const ranked = league.rows.filter(({ rank }) => rank !== null).length
  const lastPrize = bars.findLast(({ awarded }) => awarded)
  const label = words.chart.label(
    bars.length,
    first.name,
    figures.points(first.score),
    last.name,
    figures.points(last.score),
  )
  return (
    <figure class="chart">
      <figcaption>
        {bars.length < ranked && <p>{words.chart.shown(first.rank, last.rank, figures.count(ranked))}</p>}
        <p class="chart-key participation">
          {words.chart.participation(figures.mark(100 * formula.participationWeight))}
        </p>
        <p class="chart-key quality">{words.chart.quality(figures.mark(100 * formula.qualityWeight))}</p>
      </figcaption>
      <div role="img" aria-label={label} class="chart-body">
        {bars.map((bar) => (
          <ChartRow key={bar.id} bar={bar} ticks={ticks} figures={figures}>
            {bar === lastPrize && bars.length > bar.rank ? words.chart.lastPrize : null}
          </ChartRow>
        ))}
        <Axis ticks={ticks} figures={figures} />
      </div>
    </figure>
  )
}

type ChartRowProps = { bar: Bar; ticks: number[]; figures: Figures; children: string | null }

function ChartRow({ bar, ticks, figures, children }: ChartRowProps) {
  return (
    <>
      <div class="chart-row">
        <span class="chart-rank">{bar.rank}</span>
        <span class="chart-name">{bar.name}</span>
        <span class="chart-bar">
          <svg aria-hidden="true">
            <Marks ticks={ticks} />
            <rect
              class="participation"
              x="0"
              y="20%"
              width={`${percent(bar.participation.to)}%`}
              height="60%"
            />
            <rect
              class="quality"
              x={`${percent(bar.quality.from)}%`}
              y="20%"
              width={`${percent(bar.quality.to - bar.quality.from)}%`}
              height="60%"
            />
          </svg>
        </span>
        <span class="chart-score">{figures.points(bar.score)}</span>
      </div>
      {children && <p class="chart-cut">{children}</p>}
    </>
  )
}

/** The lines of the axis across a row: neighbours make them continuous. */
function Marks({ ticks }: { ticks: number[] }) {
  const end = ticks.at(-1) ?? 1
  return (
    <>
      {ticks.map((tick) => {
        const x = `${percent((100 * tick) / end)}%`
        return <line key={tick} x1={x} x2={x} y1="0" y2="100%" class={tick === 0 ? "zero" : "mark"} />
      })}
    </>
  )
}

function Axis({ ticks, figures }: { ticks: number[]; figures: Figures }) {
  const end = ticks.at(-1) ?? 1
  return (
    <div class="chart-row chart-axis">
      <span class="chart-bar">
        <svg aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick} x={`${percent((100 * tick) / end)}%`} y="1em" text-anchor={anchor(tick, end)}>
              {figures.mark(tick)}
            </text>
          ))}
        </svg>
      </span>
    </div>
  )
}

/** Numbers at the ends of the axis stay inside the picture. */
function anchor(tick: number, end: number): "start" | "middle" | "end" {
  return tick === 0 ? "start" : tick === end ? "end" : "middle"
}

function percent(value: number): number {
  return Math.round(value * 100) / 100
}
