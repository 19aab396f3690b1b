import type { Gauge } from "../service.ts"
import type { PostgresSql } from "../sql/postgresSql.ts"

/** How busy the pool of database connections is: requests that wait for one mean that it is too small or too slow. */
export function poolGauges({ open, idle, waiting }: ReturnType<PostgresSql["pool"]>): Gauge[] {
  return [
    { name: "contest_database_connections_open", help: "Connections to the database.", value: open },
    { name: "contest_database_connections_idle", help: "Of them, those not in use.", value: idle },
    {
      name: "contest_database_requests_waiting",
      help: "Requests that wait for a connection.",
      value: waiting,
    },
  ]
}

/** What the process itself takes. */
export function processGauges(): Gauge[] {
  return [
    {
      name: "process_resident_memory_bytes",
      help: "Memory of the process.",
      value: process.memoryUsage.rss(),
    },
    {
      name: "process_uptime_seconds",
      help: "How long the process has run.",
      value: Math.round(process.uptime()),
    },
  ]
}
