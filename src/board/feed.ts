import { type ReadonlySignal, signal } from "@preact/signals"

/** Calls `action` once after `ms` milliseconds; gives the function that calls it off. */
export type After = (ms: number, action: () => void) => () => void

/** What is known, and whether it is still being renewed. */
export type Feed<T> = {
  /** The newest that could be had; it stays when a later try fails. */
  data: ReadonlySignal<T | null>
  /** `lost`: the last try failed. */
  state: ReadonlySignal<"loading" | "fresh" | "lost">
  /** Looks again now. While a look is under way, another call joins it. */
  refresh(): Promise<void>
}

/** How soon a failed look is repeated. */
export const retryMs = 20_000

/** Renews the data every `everyMs` milliseconds, sooner after a failure, until the page goes. */
export function createFeed<T>(load: () => Promise<T>, after: After, everyMs: number): Feed<T> {
  const data = signal<T | null>(null)
  const state = signal<"loading" | "fresh" | "lost">("loading")
  let looking: Promise<void> | null = null
  let cancel = () => {}

  async function look(): Promise<void> {
    cancel()
    try {
      data.value = await load()
      state.value = "fresh"
    } catch {
      // No network, no answer, or none of this API: what was known stays, and the page says that it is old.
      state.value = "lost"
    }
    cancel = after(state.peek() === "fresh" ? everyMs : Math.min(everyMs, retryMs), () => void refresh())
  }
  function refresh(): Promise<void> {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }
  return { data, state, refresh }
}
