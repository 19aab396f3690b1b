import { useId } from "preact/hooks"
import { fromLocalTime, toLocalTime } from "../scenario/localTime.ts"

type Props = {
  label: string
  /** Milliseconds since 1970; null: none yet. */
  at: number | null
  commit(at: number): void
}

/** A day and time in Việt Nam, whatever the zone of this browser. It counts when the field is left. */
export function LocalTimeField({ label, at, commit }: Props) {
  const id = useId()
  const shown = at === null ? "" : toLocalTime(at).slice(0, 16)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={shown}
        // Every key changes the value: the clock must not jump through the years that are passed while typing.
        onBlur={(event) => {
          const { value } = event.currentTarget
          const chosen = fromLocalTime(value)
          if (chosen !== undefined && value !== shown) commit(chosen)
        }}
      />
    </div>
  )
}
