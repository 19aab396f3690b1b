import type { Draft } from "../state/draft.ts"

type ProgressProps = {
  questions: readonly { id: string }[]
  /** Asked at each drawing, so that a choice need draw no more than this. */
  answers(): Draft["answers"]
  label: string
  at: number
}

/** Where in the paper the citizen is: in words, and as a row of marks (full: answered, tall: here). */
export function Progress({ questions, answers, label, at }: ProgressProps) {
  const answered = answers()
  return (
    <div class="progress">
      <p>{label}</p>
      <div class="marks" aria-hidden="true">
        {questions.map(({ id }, index) => (
          <i
            key={id}
            class={`${answered[id] === undefined ? "" : "done"} ${index + 1 === at ? "here" : ""}`}
          />
        ))}
      </div>
    </div>
  )
}
