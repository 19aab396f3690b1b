import type { App } from "../createApp.ts"
import { wordsOf } from "../screens/words.ts"
import { FieldError } from "./FieldError.tsx"

type ConsentProps = { app: App; agrees: boolean; error: string | null; onChange(agrees: boolean): void }

/** What is used, why and how long, and a box that nobody has ticked beforehand. */
export function Consent({ app, agrees, error, onChange }: ConsentProps) {
  const { entrant } = wordsOf(app)
  return (
    <section class="field">
      <h2>{entrant.consentTitle}</h2>
      <ul class="plain small">
        <li>{entrant.consentWhat}</li>
        <li>{entrant.consentWhy}</li>
        <li>{entrant.consentHow(app.contest.view.value?.privacy?.complaintDays ?? 30)}</li>
      </ul>
      {error && <FieldError id="consent-error">{error}</FieldError>}
      <label class="option">
        <input
          type="checkbox"
          checked={agrees}
          aria-invalid={error !== null}
          aria-describedby={error ? "consent-error" : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{entrant.consent}</span>
      </label>
    </section>
  )
}
