import { beginWriting, outcomeOf } from "./indexedDb.ts"
import { isFree, type LeaseStore } from "./leaseLock.ts"
import { leases, type OutboxDatabase } from "./outboxDatabase.ts"

const leaseName = "delivery"

/** The lease in IndexedDB, beside the rows. */
export function idbLeases(run: OutboxDatabase): LeaseStore {
  return {
    lease: (holder, now, ttlMs) =>
      run(async (db) => {
        const { store, done } = beginWriting(db, leases)
        const free = isFree(await outcomeOf(store.get(leaseName)), holder, now, ttlMs)
        if (free) store.put({ holder, expiresAt: now + ttlMs }, leaseName)
        await done
        return free
      }),
    release: (holder) =>
      run(async (db) => {
        const { store, done } = beginWriting(db, leases)
        if ((await outcomeOf(store.get(leaseName)))?.holder === holder) store.delete(leaseName)
        return done
      }),
  }
}
