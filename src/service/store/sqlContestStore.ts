import type { Sql } from "../sql/sql.ts"
import type { ContestStore } from "./contestStore.ts"
import { sqlComplaints } from "./sqlComplaints.ts"
import { sqlContests } from "./sqlContests.ts"
import { sqlEntries } from "./sqlEntries.ts"
import { sqlPublic } from "./sqlPublic.ts"
import { sqlResults } from "./sqlResults.ts"

/** The contest store over SQL that PGlite and PostgreSQL both run; the schema is migrate.ts's. */
export function sqlContestStore(sql: Sql): ContestStore {
  return {
    ...sqlContests(sql),
    ...sqlEntries(sql),
    ...sqlResults(sql),
    ...sqlPublic(sql),
    ...sqlComplaints(sql),
  }
}
