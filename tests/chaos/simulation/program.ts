import { fetchPutEntry } from "../../../src/client/putEntry.ts"
import type { Announcer } from "../../../src/outbox/announcer.ts"
import { leaseLock } from "../../../src/outbox/leaseLock.ts"
import { laterLock, webLock } from "../../../src/outbox/lock.ts"
import type { After } from "../../../src/outbox/timer.ts"
import { diskLeases, diskStore } from "./disk.ts"
import type { Life } from "./life.ts"
import { simulatedFetch } from "./network.ts"
import type { Phone } from "./phone.ts"
import { api } from "./simulatedService.ts"

/** What page and worker are both made of: the outbox's parts over this phone, for as long as the program lives. */
export function programParts(phone: Phone, life: Life) {
  const { clock, service } = phone.world
  const now = () => phone.now()
  const after: After = (ms, action) => clock.after(ms, () => life.isAlive() && action())
  const store = life.mortalStore(diskStore(phone.disk, phone.version))
  const leases = life.mortalStore(diskLeases(phone.disk))
  const listeners = new Set<(rowId: string) => void>()
  const running = {
    life,
    hear: (rowId: string) => {
      for (const listener of listeners) listener(rowId)
    },
  }
  phone.running.add(running)
  life.onDeath(() => phone.running.delete(running))
  const announcer: Announcer = {
    tell(rowId) {
      for (const other of phone.running) if (other !== running) other.hear(rowId)
    },
    listen(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
  const fetch = simulatedFetch({
    // What is on its way arrives, whether or not its sender still lives.
    handle: service.handle,
    nextFault: () => phone.nextFault(),
    isOffline: () => phone.offline,
    after: clock.after,
  })
  return {
    store,
    now,
    after,
    announcer,
    random: phone.random,
    fetch: ((...request) => life.mortal(() => fetch(...request))) as typeof fetch,
    putEntry: fetchPutEntry(api, (...request) => life.mortal(() => fetch(...request))),
    lock: phone.traits.locks
      ? webLock(phone.locks(life), after)
      : laterLock(async () => leaseLock({ leases, holder: phone.newId(), now, after }), after),
  }
}
