import { isFree, type Lease, type LeaseStore } from "../../../src/outbox/leaseLock.ts"
import { readRow } from "../../../src/outbox/readRow.ts"
import type { Row } from "../../../src/outbox/row.ts"
import type { OutboxStore } from "../../../src/outbox/store.ts"

/** How a version of the program writes rows, and which it can read. */
export type Version = { write(row: Row): unknown; read(found: unknown): Row | null }

// The released version, as the next one might find it: the count of attempts had another name.
const fromOld = {
  0: ({ tries, ...rest }: Record<string, unknown>) => ({ ...rest, attempts: tries, schemaVersion: 1 }),
}
const isOld = (found: unknown) =>
  found !== null && typeof found === "object" && "schemaVersion" in found && found.schemaVersion === 0

/** The program before and after a deployment that changes the shape of a row. The old one cannot read the new shape. */
export const versions = {
  before: {
    write: ({ attempts, ...rest }) => ({ ...rest, tries: attempts, schemaVersion: 0 }),
    read: (found) => (isOld(found) ? readRow(found, fromOld) : null),
  },
  after: { write: (row) => row, read: (found) => readRow(found, fromOld) },
} as const satisfies Record<string, Version>

/** What a phone keeps in IndexedDB. `failures`: so many calls from now on are refused. */
export type Disk = { rows: Map<string, unknown>; lease: Lease | undefined; failures: number }

function openDisk(disk: Disk): void {
  if (disk.failures <= 0) return
  disk.failures -= 1
  throw new DOMException("Connection to Indexed Database server lost.", "UnknownError")
}

/** The outbox's store on a phone's disk, as a program of a version sees it. */
export function diskStore(disk: Disk, version: Version): OutboxStore {
  const open = () => openDisk(disk)
  const read = (rowId: string) => version.read(structuredClone(disk.rows.get(rowId) ?? null))
  const readAll = () => [...disk.rows.keys()].flatMap((rowId) => read(rowId) ?? [])
  const write = (row: Row) => disk.rows.set(row.rowId, structuredClone(version.write(row)))
  return {
    async all() {
      open()
      return readAll()
    },
    async get(rowId) {
      open()
      return read(rowId)
    },
    async insert(row, standIn) {
      open()
      const there = standIn(readAll())
      if (there === undefined) {
        // As IndexedDB's add: another version's row under this key, which this one cannot read.
        if (disk.rows.has(row.rowId)) throw new DOMException("Key already exists.", "ConstraintError")
        write(row)
      }
      return { row: structuredClone(there ?? row), durable: true }
    },
    async update(rowId, change) {
      open()
      const stored = read(rowId)
      const next = stored === null ? null : change(stored)
      if (next === null || next === stored) return null
      write(next)
      return structuredClone(next)
    },
    async remove(rowIds) {
      open()
      for (const rowId of rowIds) disk.rows.delete(rowId)
    },
  }
}

/** The lease on a phone's disk. */
export function diskLeases(disk: Disk): LeaseStore {
  const open = () => openDisk(disk)
  return {
    async lease(holder, now, ttlMs) {
      open()
      if (!isFree(disk.lease, holder, now, ttlMs)) return false
      disk.lease = { holder, expiresAt: now + ttlMs }
      return true
    },
    async release(holder) {
      open()
      if (disk.lease?.holder === holder) disk.lease = undefined
    },
  }
}
