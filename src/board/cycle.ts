import { computed, type ReadonlySignal, signal } from "@preact/signals"
import type { After } from "./feed.ts"

/** Pages that turn by themselves, and by hand. */
export type Cycle = {
  /** The page that stands, 0..count-1. */
  index: ReadonlySignal<number>
  isPaused: ReadonlySignal<boolean>
  next(): void
  previous(): void
  togglePause(): void
}

/** Turns a page every `pageMs` milliseconds unless paused; a page turned by hand stands its full time. `count` may change. */
export function createCycle(count: ReadonlySignal<number>, after: After, pageMs: number): Cycle {
  const place = signal(0)
  const isPaused = signal(false)
  const index = computed(() => place.value % Math.max(1, count.value))
  let cancel = () => {}

  function arm(): void {
    cancel()
    cancel = isPaused.peek() ? () => {} : after(pageMs, () => turn(1))
  }
  function turn(step: number): void {
    const pages = Math.max(1, count.peek())
    place.value = (index.peek() + step + pages) % pages
    arm()
  }
  arm()
  return {
    index,
    isPaused,
    next: () => turn(1),
    previous: () => turn(-1),
    togglePause() {
      isPaused.value = !isPaused.peek()
      arm()
    },
  }
}

/**
 * What a key does to the pages: arrows turn them, the space bar pauses. `isOnControl`: the focus is on a button or a link,
 * which the space bar presses. `false`: the key is not for the pages.
 */
export function turnByKey(cycle: Cycle, key: string, isOnControl: boolean): boolean {
  if (key === "ArrowRight" || key === "PageDown") cycle.next()
  else if (key === "ArrowLeft" || key === "PageUp") cycle.previous()
  else if (key === " " && !isOnControl) cycle.togglePause()
  else return false
  return true
}
