/**
 * The port to a PostgreSQL: PGlite in the process, or a server. Placeholders are $1, $2 …; a row is an object by column
 * name; timestamps come as Date, bigint as number or string, jsonb parsed.
 */
export interface Sql {
  /** Rejects with the database's error. */
  query<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Several statements without parameters, as a migration has them. */
  script(text: string): Promise<void>
  /** Commits when `work` resolves, rolls back and rejects when it rejects. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}
