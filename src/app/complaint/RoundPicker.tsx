import type { App } from "../createApp.ts"
import { FieldError } from "../parts/FieldError.tsx"
import { readingWordsOf } from "../screens/words.ts"
import { phaseOf } from "../state/rounds.ts"

type RoundPickerProps = {
  app: App
  chosen: number | null
  optional: boolean
  error: string | null
  onChoose(round: number): void
}

/** Which of the rounds that have opened so far. */
export function RoundPicker({ app, chosen, optional, error, onChoose }: RoundPickerProps) {
  const { complaint, card } = readingWordsOf(app)
  const now = app.clock.now.value
  const rounds = app.contest.view.value?.rounds.filter((round) => phaseOf(round, now) !== "upcoming") ?? []
  return (
    <fieldset class="field chips" aria-describedby={error ? "round-error" : undefined}>
      <legend>{optional ? complaint.roundIfAny : complaint.round}</legend>
      {error && <FieldError id="round-error">{error}</FieldError>}
      {rounds.map(({ number }) => (
        <label key={number} class="chip">
          <input type="radio" name="round" checked={chosen === number} onChange={() => onChoose(number)} />
          <span>{card.round(number)}</span>
        </label>
      ))}
    </fieldset>
  )
}
