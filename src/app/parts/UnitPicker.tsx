import { useEffect, useRef, useState } from "preact/hooks"
import type { App } from "../createApp.ts"
import { searchUnits } from "../entering/searchUnits.ts"
import { wordsOf } from "../screens/words.ts"
import { FieldError } from "./FieldError.tsx"

/** A unit's id, "none": belongs to none of them, null: not said yet. */
export type UnitChoice = string | "none" | null

type UnitPickerProps = {
  app: App
  chosen: UnitChoice
  error: string | null
  onChoose(choice: UnitChoice): void
}

const mostShown = 8

/** Finds a unit among many by a few typed letters; "none" is always offered where the rules allow it. */
export function UnitPicker({ app, chosen, error, onChoose }: UnitPickerProps) {
  const words = wordsOf(app).entrant
  const [query, setQuery] = useState("")
  const view = app.contest.view.value
  const units = view?.units ?? []
  const found = units.length <= mostShown ? units : searchUnits(units, query)
  const unit = units.find(({ id }) => id === chosen)
  const box = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  useEffect(() => {
    // What was tapped is gone: the focus goes to what has taken its place.
    if (!first.current) box.current?.querySelector<HTMLElement>("input, button.text")?.focus()
    first.current = false
  }, [chosen])
  if (unit || chosen === "none")
    return (
      <div ref={box} class="field">
        <p class="label">{words.unit}</p>
        <p class="answer">{unit?.name ?? words.unitNone}</p>
        <button type="button" class="text" onClick={() => onChoose(null)}>
          {words.unitChange}
        </button>
      </div>
    )
  return (
    <div ref={box} class="field">
      <label for="unit">{words.unit}</label>
      <p id="unit-hint" class="small soft">
        {words.unitHint}
      </p>
      {error && <FieldError id="unit-error">{error}</FieldError>}
      {units.length > mostShown && (
        <input
          id="unit"
          type="search"
          autocomplete="off"
          value={query}
          aria-describedby={error ? "unit-error unit-hint" : "unit-hint"}
          aria-invalid={error !== null}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <p class="small soft" aria-live="polite">
        {query.trim() !== "" && (found.length > 0 ? words.unitFound(found.length) : words.unitNoMatch)}
      </p>
      <div class="choices">
        {found.slice(0, mostShown).map(({ id, name }) => (
          <button key={id} type="button" class="option" onClick={() => onChoose(id)}>
            {name}
          </button>
        ))}
        {!view?.eligibility.unitRequired && (
          <button type="button" class="option" onClick={() => onChoose("none")}>
            {words.unitNone}
          </button>
        )}
      </div>
    </div>
  )
}
