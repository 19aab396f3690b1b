import type { App } from "../createApp.ts"
import type { Found } from "../ledger/findRow.ts"
import { readingWordsOf } from "../screens/words.ts"

/** A row as the public ledger has it: who knows the code sees everything but whose it is. */
export function LedgerRowView({ app, found }: { app: App; found: Found & { kind: "row" } }) {
  const { ledger, card } = readingWordsOf(app)
  const format = app.format.value
  const divisions = app.contest.view.value?.divisions ?? []
  const { proof, paper, round, checked } = found
  const { row } = proof
  const optionText = (question: (typeof paper.questions)[number]) =>
    question.options.find(({ id }) => id === row.answers[question.id])?.text ??
    row.answers[question.id] ??
    "–"
  return (
    <section class="card">
      <h2>{ledger.row}</h2>
      <dl>
        <dt>{ledger.code}</dt>
        <dd>{row.code}</dd>
        <dt>{ledger.round}</dt>
        <dd>{card.round(round)}</dd>
        {divisions.length > 1 && (
          <>
            <dt>{ledger.division}</dt>
            <dd>{divisions.find(({ id }) => id === row.division)?.name ?? row.division}</dd>
          </>
        )}
        <dt>{ledger.at}</dt>
        <dd>
          {format.second(row.receivedAt)}
          {row.late && ` · ${ledger.late}`}
        </dd>
        <dt>{ledger.prediction}</dt>
        <dd>{format.number(row.prediction)}</dd>
      </dl>
      <details>
        <summary>{ledger.answers}</summary>
        <ul class="plain">
          {paper.questions.map((question, index) => (
            <li key={question.id}>{ledger.question(index + 1, optionText(question))}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{ledger.numbers}</summary>
        {checked && (
          <>
            <p class="small">{ledger.leaf}</p>
            <p class="digest">{checked.leaf}</p>
          </>
        )}
        <p class="small">{ledger.path(proof.path.length)}</p>
        <p class="small">{ledger.root}</p>
        <p class="digest">{proof.root}</p>
      </details>
    </section>
  )
}
