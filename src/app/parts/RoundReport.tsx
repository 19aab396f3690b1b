import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { formatPercent } from "../format/percent.ts"
import { readingWordsOf } from "../screens/words.ts"

/** The figures of a round: how many entrants, and how they spread over the classes, as numbers with a bar each. */
export function RoundReport({ app, results: { report } }: { app: App; results: Results }) {
  const { results: words } = readingWordsOf(app)
  const { number } = app.format.value
  const of = app.contest.view.value?.paper.questions ?? 15
  const share = (value: number) => (report.entrants > 0 ? value / report.entrants : 0)
  const classes: { label: string; value: number; part?: boolean }[] = [
    { label: words.allCorrect(of), value: report.allCorrect },
    { label: words.atLeast75, value: report.atLeast75 },
    { label: words.from25To75, value: report.from25To75 },
    { label: words.below25, value: report.below25 },
    { label: words.noneRight, value: report.noneRight, part: true },
  ]
  return (
    <section>
      <h2>{words.report}</h2>
      <dl class="figures">
        <div>
          <dt>{words.entrants}</dt>
          <dd>{number(report.entrants)}</dd>
        </div>
        {classes.map(({ label, value, part }) => (
          <div key={label} class={part ? "part" : "class"}>
            <dt>{label}</dt>
            <dd>
              {number(value)}
              <span class="soft"> · {formatPercent(share(value), app.appearance.locale.value)}</span>
            </dd>
            {/* The number says it; the bar only shows it. */}
            {!part && (
              <svg class="share" aria-hidden="true">
                <rect class="all" width="100%" height="100%" rx="4" />
                <rect class="of" width={`${(100 * share(value)).toFixed(2)}%`} height="100%" rx="4" />
              </svg>
            )}
          </div>
        ))}
      </dl>
    </section>
  )
}
