import { type Row, rowSchemaVersion, rowStates } from "./row.ts"

/** Turns the members of a row of one schema version into those of the next. */
export type Migration = (row: Record<string, unknown>) => Record<string, unknown>

/** By the version each starts from. One is added with every new shape and none is ever removed. */
const released: Readonly<Record<number, Migration>> = {}

/**
 * A row as it was found in a store or mirror, brought to the present shape. Null for what is no row, and for a row
 * of a newer program: whoever reads leaves both where they are.
 */
export function readRow(found: unknown, migrations = released): Row | null {
  if (found === null || typeof found !== "object") return null
  let row = found as Record<string, unknown>
  while (row.schemaVersion !== rowSchemaVersion) {
    const migrate = migrations[Number(row.schemaVersion)]
    if (migrate === undefined) return null
    row = migrate(row)
  }
  return isRow(row) ? row : null
}

function isRow(row: Record<string, unknown>): row is Row {
  return (
    row.schemaVersion === rowSchemaVersion &&
    [row.rowId, row.contest, row.owner, row.body, row.entryHash].every(
      (member) => typeof member === "string",
    ) &&
    [row.round, row.attempts, row.nextAttemptAt, row.sealedAt].every(Number.isFinite) &&
    (row.ticket === null || typeof row.ticket === "string") &&
    [row.ticketExpiresAt, row.serviceOffsetMs].every(
      (member) => member === null || Number.isFinite(member),
    ) &&
    [row.closesAt, row.triedAt].every((member) => member === undefined || Number.isFinite(member)) &&
    rowStates.some((state) => state === row.state) &&
    // Written by this program from parsed answers: their insides were checked then.
    [row.lastProblem, row.receipt].every((member) => typeof member === "object")
  )
}
