import type { Signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { wordsOf } from "../screens/words.ts"
import { FieldError } from "./FieldError.tsx"

type ConsentProps = { app: App; agrees: Signal<boolean>; error: string | null }

/** What is used, why and how long, and a box that nobody has ticked beforehand. */
export function Consent({ app, agrees, error }: ConsentProps) {
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
          checked={agrees.value}
          aria-invalid={error !== null}
          aria-describedby={error ? "consent-error" : undefined}
          onChange={(event) => {
            agrees.value = event.currentTarget.checked
          }}
        />
        <span>{entrant.consent}</span>
      </label>
    </section>
  )
}
