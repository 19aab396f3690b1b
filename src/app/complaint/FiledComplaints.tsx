import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import type { FiledComplaint } from "./keptComplaints.ts"

/** The numbers of what this citizen has filed from this phone, the latest first. */
export function FiledComplaints({ app, filed }: { app: App; filed: readonly FiledComplaint[] }) {
  const { complaint } = readingWordsOf(app)
  if (filed.length === 0) return null
  return (
    <section>
      <h2>{complaint.filed}</h2>
      <ul class="plain">
        {[...filed].reverse().map(({ number, kind, dueAt }) => (
          <li key={number}>
            <strong>{number}</strong>: {complaint.kinds[kind]}. {complaint.sent.due}{" "}
            {app.format.value.moment(dueAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}
