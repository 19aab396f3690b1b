import { idbLeases } from "./idbLeases.ts"
import { leaseLock } from "./leaseLock.ts"
import type { Lock } from "./lock.ts"
import type { OutboxDatabase } from "./outboxDatabase.ts"
import { realAfter } from "./timer.ts"

/** The border of the script for browsers without Web Locks: the lock of this page or worker. */
export function openLease(database: OutboxDatabase): Lock {
  return leaseLock({
    leases: idbLeases(database),
    holder: crypto.randomUUID(),
    now: Date.now,
    after: realAfter,
  })
}
