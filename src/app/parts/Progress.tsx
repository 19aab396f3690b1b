import type { App } from "../createApp.ts"
import type { Draft } from "../state/draft.ts"

type ProgressProps = { app: App; draft: Pick<Draft, "questions" | "answers">; label: string; at: number }

/** Where in the paper the citizen is: in words, and as a row of marks (full: answered, tall: here). */
export function Progress({ draft, label, at }: ProgressProps) {
  return (
    <div class="progress">
      <p>{label}</p>
      <div class="marks" aria-hidden="true">
        {draft.questions.map(({ id }, index) => (
          <i
            key={id}
            class={`${draft.answers[id] === undefined ? "" : "done"} ${index + 1 === at ? "here" : ""}`}
          />
        ))}
      </div>
    </div>
  )
}
