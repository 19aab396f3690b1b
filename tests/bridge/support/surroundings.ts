import type { Surroundings } from "../../../src/bridge/surroundings.ts"
import { type FakeClock, fakeClock } from "./fakeClock.ts"
import { type FakeWindow, fakeWindow } from "./fakeWindow.ts"

export type FakeSurroundings = Surroundings & {
  window: FakeWindow
  clock: FakeClock
  setHidden(hidden: boolean): void
}

/** Surroundings without a browser; ids count up, each with its own 32 digits. */
export function fakeSurroundings(window = fakeWindow()): FakeSurroundings {
  let state = "visible"
  let ids = 0
  const document = new EventTarget()
  return {
    window,
    clock: fakeClock(),
    visibility: Object.defineProperty(document, "visibilityState", {
      get: () => state,
    }) as EventTarget & { visibilityState: string },
    randomId: () => (++ids).toString(16).padStart(32, "a"),
    setHidden(hidden) {
      state = hidden ? "hidden" : "visible"
      document.dispatchEvent(new Event("visibilitychange"))
    },
  }
}

/** Lets the event loop turn until the condition holds; fails loudly when it never does. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) {
    if (condition()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error("the awaited condition never came true")
}

/** Lets everything that is under way arrive. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
