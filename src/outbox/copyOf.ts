import type { Row } from "./row.ts"

/** What a mirror keeps of a row. */
export function copyOf(row: Row): Row {
  return { ...row, ticket: null, ticketExpiresAt: null }
}
