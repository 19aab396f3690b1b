/**
 * Something to tap: by CSS selector, and its whole text, which may be one of several. `usable`: with it begins what can
 * be done on this page.
 */
export type Step = { find: string; texts?: readonly string[]; usable?: true }

/** In milliseconds since the navigation began. */
export type Marks = { usableMs: number; answeredMs: number; firstPaintMs: number }

/** What the driver finds in the page. */
export type Probe = {
  /** Rejects where a tap did nothing; never settles where something to tap never came. */
  walked: Promise<Marks>
  /** What is being waited for. */
  at(): string
  /** Brings one of these elements to the middle of the screen; gives where it is, in CSS pixels, once it is painted. */
  place(selector: string, index: number): Promise<{ x: number; y: number }>
  /** From each tap that changed a radio to its paint, in milliseconds. */
  tapsMs: number[]
  /** Resolves when so many have been painted. */
  tapped(count: number): Promise<void>
}

declare global {
  interface Window {
    loadSteps: readonly Step[]
    loadProbe: Probe
  }
}
