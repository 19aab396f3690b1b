import type { TestProject } from "vitest/node"
import { startPostgres } from "./startPostgres.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of a PostgreSQL server that the run may fill with databases; not there where the tests run on PGlite. */
    postgres?: string
  }
}

/** A PostgreSQL for the whole run, without fsync: nothing in it is to outlive the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ durable: false })
  project.provide("postgres", server.url)
  return server.stop
}
