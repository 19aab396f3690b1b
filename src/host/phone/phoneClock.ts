/** As much of a window as has a clock. */
export type ClockWindow = { Date: DateConstructor; performance: { timeOrigin: number } }

/**
 * Moves the clock of a window: `Date` and `performance.timeOrigin`. Timers and `performance.now()` stay as they are, as
 * on a phone whose owner has set the clock wrong.
 * @param shiftMs how far it is ahead, in milliseconds; asked at every reading
 */
export function shiftClock(window: ClockWindow, shiftMs: () => number): void {
  const { Date: RealDate, performance } = window
  const now = () => RealDate.now() + shiftMs()
  window.Date = new Proxy(RealDate, {
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length ? given : [now()], newTarget),
    // Called as a function, Date gives a text and looks at no argument.
    apply: (target) => new target(now()).toString(),
  })
  const realOrigin = performance.timeOrigin
  Object.defineProperty(performance, "timeOrigin", { configurable: true, get: () => realOrigin + shiftMs() })
}
