import type { ComponentChildren } from "preact"

/** What is wrong with a field, said at once and standing beside it. */
export function FieldError({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <p id={id} class="error" role="alert">
      {children}
    </p>
  )
}
