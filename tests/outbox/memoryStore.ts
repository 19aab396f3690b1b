import type { Row } from "../../src/outbox/row.ts"
import type { OutboxStore } from "../../src/outbox/store.ts"

/**
 * A store in memory, whose rows "pages" may share. Rows are copied in and out, as a database does. `durable` is what
 * `insert` reports.
 */
export function memoryStore(durable = true, rows: Map<string, Row> = new Map()): OutboxStore {
  return {
    async all() {
      return [...rows.values()].map((row) => structuredClone(row))
    },
    async get(rowId) {
      return structuredClone(rows.get(rowId) ?? null)
    },
    async insert(row, standIn) {
      const there = standIn([...rows.values()])
      if (there === undefined) rows.set(row.rowId, structuredClone(row))
      return { row: structuredClone(there ?? row), durable }
    },
    async update(rowId, change) {
      const stored = rows.get(rowId)
      const next = stored === undefined ? undefined : change(stored)
      if (next === undefined || next === stored) return null
      rows.set(rowId, structuredClone(next))
      return structuredClone(next)
    },
    async remove(rowIds) {
      for (const rowId of rowIds) rows.delete(rowId)
    },
  }
}
