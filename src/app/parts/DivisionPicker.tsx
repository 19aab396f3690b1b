import type { Signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { wordsOf } from "../screens/words.ts"
import { FieldError } from "./FieldError.tsx"

type DivisionPickerProps = { app: App; chosen: Signal<string | null>; error: string | null }

/** The divisions that an entrant may declare to belong to. */
export function DivisionPicker({ app, chosen, error }: DivisionPickerProps) {
  const divisions = app.contest.view.value?.divisions ?? []
  return (
    <fieldset class="field">
      <legend>{wordsOf(app).entrant.division}</legend>
      {error && <FieldError id="division-error">{error}</FieldError>}
      {divisions
        .filter(({ who }) => who?.declared !== false)
        .map(({ id, name }) => (
          <label key={id} class="option">
            <input
              type="radio"
              name="division"
              checked={chosen.value === id}
              aria-invalid={error !== null}
              onChange={() => {
                chosen.value = id
              }}
            />
            <span>{name}</span>
          </label>
        ))}
    </fieldset>
  )
}
