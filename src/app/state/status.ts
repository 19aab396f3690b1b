import { type ReadonlySignal, signal } from "@preact/signals-core"

/** The words of the page's `role="status"` region, there since boot: what changed without a tap. */
export type Status = { text: ReadonlySignal<string>; announce(text: string): void }

/** Empty until something changes. */
export function createStatus(): Status {
  const text = signal("")
  return {
    text,
    announce(next) {
      text.value = next
    },
  }
}
