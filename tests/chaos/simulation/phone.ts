import type { Row } from "../../../src/outbox/row.ts"
import { fakeStorage } from "../../outbox/fakeStorage.ts"
import type { Fault } from "../faults/faultKinds.ts"
import type { Arrival } from "./careArrival.ts"
import type { Disk, Version } from "./disk.ts"
import { versions } from "./disk.ts"
import type { Life } from "./life.ts"
import type { SimulatedService } from "./simulatedService.ts"
import { webLocks } from "./webLocks.ts"
import type { WorldClock } from "./worldClock.ts"

/** What kind of phone it is. `sync`: what registering for a sync event does, where there is a worker. */
export type Traits = {
  worker: boolean
  sync: "resolves" | "rejects" | "missing"
  locks: boolean
  hostStore: boolean
  /** The first call of the store fails, as on iOS after a cold start. */
  failsFirst: boolean
  skewMs: number
}

/** What all phones of a run share. */
export type World = {
  clock: WorldClock
  service: SimulatedService
  trace: (...words: unknown[]) => void
  count: (event: string) => void
}

/** One program on the phone, as others see it. */
export type Running = { life: Life; hear: (rowId: string) => void }

/** A phone: what outlives its programs, and what they have in common. */
export function createPhone(
  world: World,
  traits: Traits,
  nextFault: () => Fault | null,
  nextArrival: () => Arrival,
  random: () => number,
) {
  const disk: Disk = { rows: new Map(), lease: undefined, failures: traits.failsFirst ? 1 : 0 }
  const running = new Set<Running>()
  let ids = 0
  return {
    traits,
    world,
    random,
    disk,
    localValues: new Map<string, string>(),
    hostText: { value: null as string | null },
    locks: webLocks(),
    running,
    offline: false,
    skewMs: traits.skewMs,
    version: versions.before as Version,
    /** A sync event has been asked for and not yet been served. */
    syncAsked: false,
    now(): number {
      return world.clock.now() + this.skewMs
    },
    newId(): string {
      ids += 1
      return `id-${ids}`
    },
    storage(): Storage {
      return fakeStorage(this.localValues) as unknown as Storage
    },
    nextArrival(): Arrival {
      const arrival = nextArrival()
      world.trace("care", arrival.afterMs, arrival.failures)
      return arrival
    },
    nextFault(): Fault | null {
      const fault = nextFault()
      world.trace("request", fault?.kind ?? "clean")
      if (fault !== null) world.count(fault.kind)
      return fault
    },
    trace(...words: unknown[]) {
      world.trace(...words)
    },
    /** Whether the row lies anywhere that outlives the programs. */
    keeps(rowId: string): boolean {
      return (
        disk.rows.has(rowId) ||
        [...this.localValues.keys()].some((key) => key.endsWith(rowId)) ||
        (this.hostText.value ?? "").includes(`"${rowId}"`)
      )
    },
    rowOnDisk(rowId: string): Row | null {
      return versions.after.read(structuredClone(disk.rows.get(rowId) ?? null))
    },
  }
}

export type Phone = ReturnType<typeof createPhone>
