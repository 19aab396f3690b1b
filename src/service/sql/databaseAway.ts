/**
 * The database cannot answer just now: unreachable, overloaded, restarting, or (`read-only`) a standby. Whether the
 * statement had an effect is unknown; the same request may be sent again, as every write of the service is safe to repeat.
 */
export class DatabaseAway extends Error {
  constructor(
    readonly reason: "busy" | "read-only",
    cause: unknown,
  ) {
    super(`the database is away: ${said(cause)}`, { cause })
  }
}

/** The error's own words; several refused addresses make an error with a code only. */
function said(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.message || ("code" in cause ? String(cause.code) : cause.name)
}

// SQLSTATE classes and codes (PostgreSQL manual, appendix A) after which the same statement may well succeed.
const passing = [
  "08", // connection exceptions
  "40", // serialization failure, deadlock
  "53", // insufficient resources: disk, memory, connections
  "55P03", // lock timeout
  "57", // cancelled by timeout, shutting down, crashed, starting up
  "25P03", // idle in transaction for too long
  "58", // input or output of the server's machine
]
const readOnlyTransaction = "25006"

/**
 * Tells a database that is away from a statement that is wrong. Gives a `DatabaseAway` for errors of the connection and
 * for those of the server that pass, and any other error as it is.
 */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseAway) return error
  const code = "code" in error && typeof error.code === "string" ? error.code : ""
  if (code === readOnlyTransaction) return new DatabaseAway("read-only", error)
  if (passing.some((prefix) => code.startsWith(prefix))) return new DatabaseAway("busy", error)
  // Errors of system calls carry their name (ECONNREFUSED …), the driver's own about a connection no code at all.
  const isOfConnection = code === "" ? connectionMessage.test(error.message) : systemCode.test(code)
  return isOfConnection ? new DatabaseAway("busy", error) : error
}

const systemCode = /^E(?!RR_)[A-Z_]+$/
const connectionMessage = /connection|timeout|not queryable|calling end on the pool/i
