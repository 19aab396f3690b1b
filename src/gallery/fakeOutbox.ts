import type { AppDeps } from "../app/deps.ts"

type Outbox = Awaited<AppDeps["outbox"]>
export type Row = Awaited<ReturnType<Outbox["rowsOf"]>>[number]

/** A sealed entry of the gallery's citizen. */
export function sampleRow(change: Partial<Row>): Row {
  return {
    schemaVersion: 1,
    rowId: "1",
    contest: "gallery",
    round: 2,
    owner: "me",
    body: "{}",
    entryHash: "2".repeat(64),
    ticket: "",
    ticketExpiresAt: null,
    state: "queued",
    attempts: 1,
    nextAttemptAt: 0,
    lastProblem: null,
    sealedAt: 0,
    serviceOffsetMs: null,
    receipt: null,
    ...change,
  }
}

/** An outbox in memory. `stuck`: a delivery never ends. Sealed entries stay queued. */
export function fakeOutbox(given: readonly Row[], stuck: boolean, forgetful = false): Outbox {
  const rows = [...given]
  return {
    async seal({ round, owner }) {
      const row = sampleRow({ round, owner })
      rows.push(row)
      return forgetful ? { stored: false, row, reason: "storage-not-durable" } : { stored: true, row }
    },
    deliver: () => (stuck ? new Promise(() => undefined) : Promise.resolve()),
    supplyTicket: async () => false,
    rowsOf: async () => rows,
    onChange: () => () => undefined,
  }
}
