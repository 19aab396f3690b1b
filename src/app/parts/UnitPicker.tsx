import { type Signal, signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { searchUnits } from "../entering/searchUnits.ts"
import { kept } from "../kept.ts"
import { wordsOf } from "../screens/words.ts"
import { FieldError } from "./FieldError.tsx"

/** A unit's id, "none": belongs to none of them, null: not said yet. */
export type UnitChoice = string | "none" | null

type UnitPickerProps = { app: App; chosen: Signal<UnitChoice>; error: string | null }

const mostShown = 8

/** Finds a unit among many by a few typed letters; "none" is always offered where the rules allow it. */
export function UnitPicker({ app, chosen, error }: UnitPickerProps) {
  const words = wordsOf(app).entrant
  const query = kept(() => signal(""))
  const view = app.contest.view.value
  const units = view?.units ?? []
  const found = units.length <= mostShown ? units : searchUnits(units, query.value)
  const unit = units.find(({ id }) => id === chosen.value)
  const box = kept(followFocus)
  const choose = (choice: UnitChoice) => {
    chosen.value = choice
  }
  if (unit || chosen.value === "none")
    return (
      <div key="chosen" ref={box} class="field">
        <p class="label">{words.unit}</p>
        <p class="answer">{unit?.name ?? words.unitNone}</p>
        <button type="button" class="text" onClick={() => choose(null)}>
          {words.unitChange}
        </button>
      </div>
    )
  return (
    <div key="asked" ref={box} class="field">
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
          value={query.value}
          aria-describedby={error ? "unit-error unit-hint" : "unit-hint"}
          aria-invalid={error !== null}
          onInput={(event) => {
            query.value = event.currentTarget.value
          }}
        />
      )}
      <p class="small soft" aria-live="polite">
        {query.value.trim() !== "" && (found.length > 0 ? words.unitFound(found.length) : words.unitNoMatch)}
      </p>
      <div class="choices">
        {found.slice(0, mostShown).map(({ id, name }) => (
          <button key={id} type="button" class="option" onClick={() => choose(id)}>
            {name}
          </button>
        ))}
        {!view?.eligibility.unitRequired && (
          <button type="button" class="option" onClick={() => choose("none")}>
            {words.unitNone}
          </button>
        )}
      </div>
    </div>
  )
}

/** A `ref` for boxes of which each takes another's place: what was tapped is gone then, and the focus goes to the new one. */
function followFocus() {
  let isFirst = true
  return (box: HTMLElement | null) => {
    if (!box) return
    if (!isFirst) box.querySelector<HTMLElement>("input, button.text")?.focus()
    isFirst = false
  }
}
