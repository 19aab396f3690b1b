import { kept } from "../kept.ts"

/** One thing to mend: its text, and what to do when it is tapped. */
export type Fault = { text: string; onPress(): void }

type ErrorSummaryProps = {
  title: string
  faults: readonly Fault[]
  /** Changes with every attempt, so that the summary takes the focus again. */
  attempt: number
}

/** What is missing, first on the screen; takes the focus when it appears. */
export function ErrorSummary({ title, faults, attempt }: ErrorSummaryProps) {
  const met = kept(() => ({ attempt: 0 }))
  return (
    <div
      ref={(box) => {
        // Called after every drawing, most of which are no new attempt.
        if (!box || met.attempt === attempt) return
        met.attempt = attempt
        box.focus()
      }}
      class="errors"
      role="alert"
      tabIndex={-1}
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">{title}</h2>
      <ul>
        {faults.map(({ text, onPress }) => (
          <li key={text}>
            <button type="button" class="text" onClick={onPress}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
