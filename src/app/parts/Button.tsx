import type { ComponentChildren } from "preact"

type ButtonProps = {
  kind?: "first" | "second"
  /** Still pressable, so that the focus stays, but does nothing while busy. */
  busy?: boolean
  onPress(): void
  children: ComponentChildren
}

/** A button over the whole width; the first kind once a screen. */
export function Button({ kind = "first", busy = false, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}`}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onPress()
      }}
    >
      {children}
    </button>
  )
}
