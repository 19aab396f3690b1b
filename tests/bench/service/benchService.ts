import type { Benchmark } from "../benchmark.ts"
import { measureDeadline } from "./deadlineMinute.ts"
import { clients, measureEntries } from "./entryRounds.ts"
import { measureReads } from "./reads.ts"
import { onStage } from "./stage.ts"

/** The service beside its database: what an entry through the API costs more than the row it ends as. */
export const benchService: Benchmark = (progress) =>
  onStage(async (stage) => {
    const parts = [
      await measureEntries(stage, progress),
      await measureReads(stage, progress),
      await measureDeadline(stage, progress),
    ]
    return {
      about: [
        "PostgreSQL with fsync and synchronous_commit, its settings as installed; two processes of the service",
        `entries and pgbench by ${clients} clients, medians of rounds in turns`,
      ],
      rows: parts.flatMap(({ rows }) => rows),
      ratios: parts.flatMap(({ ratios }) => ratios),
    }
  })
