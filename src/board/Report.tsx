import type { Results } from "../contract/results.ts"
import type { Speech } from "./boardWords.ts"

type ReportProps = { report: Results["report"]; questions: number; speech: Speech }

/** How many answered how well, as the service counted it: a table whose rows carry their bars. */
export function Report({ report, questions, speech: { board, format, figures } }: ReportProps) {
  const words = board.report
  const bands: [label: string, count: number, isPart?: true][] = [
    [words.allCorrect(questions), report.allCorrect],
    [words.atLeast75, report.atLeast75],
    [words.from25To75, report.from25To75],
    [words.below25, report.below25],
    [words.noneRight, report.noneRight, true],
  ]
  return (
    <div class="report">
      <p class="report-total">
        <strong>{format.number(report.entrants)}</strong> {words.entrants}
      </p>
      <table>
        <thead class="hidden">
          <tr>
            <th scope="col">{words.bands}</th>
            <th scope="col">{words.people}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(([label, count, isPart]) => {
            const share = report.entrants > 0 ? count / report.entrants : 0
            return (
              <tr key={label} class={isPart && "part"}>
                <th scope="row">
                  {label}
                  <svg class="report-bar" aria-hidden="true">
                    <rect class="track" width="100%" height="100%" />
                    <rect class="fill" width={`${(100 * share).toFixed(2)}%`} height="100%" />
                  </svg>
                </th>
                <td>
                  <strong>{format.number(count)}</strong> <span class="share">{figures.share(share)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
