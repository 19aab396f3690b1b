import { computed, type ReadonlySignal, signal } from "@preact/signals"
import type { DemoService } from "./demoService.ts"

/** The service's clock as the host page sees it. Milliseconds since 1970. */
export type ServiceClock = {
  /** null: not known yet. */
  now: ReadonlySignal<number | null>
  /** The service's clock minus this browser's; 0 while it is not known. */
  offsetMs(): number
  /** The same as `now` to the millisecond; the browser's own time while it is not known. */
  exactNow(): number
  /** Reads the browser's clock again: to be called every second. */
  tick(): void
  read(): Promise<void>
  set(at: number): Promise<void>
  /** Takes over a reading of the service's clock that came some other way. */
  take(at: number): void
}

/** Rejections of the service pass through `read` and `set`. */
export function serviceClock(
  demo: Pick<DemoService, "now" | "setClock">,
  realNow: () => number,
): ServiceClock {
  const offset = signal<number | null>(null)
  const real = signal(realNow())
  const take = (at: number) => {
    real.value = realNow()
    offset.value = at - real.value
  }
  return {
    now: computed(() => (offset.value === null ? null : real.value + offset.value)),
    offsetMs: () => offset.peek() ?? 0,
    exactNow: () => realNow() + (offset.peek() ?? 0),
    tick: () => {
      real.value = realNow()
    },
    read: async () => take(await demo.now()),
    set: async (at) => take(await demo.setClock(at)),
    take,
  }
}
