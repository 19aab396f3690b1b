import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { findPostgres } from "../../setup/findPostgres.ts"

/** The row of an entry as its insert binds it; of `person` and `code` the beginnings, which chance completes. */
export type PgbenchRow = { contest: string; person: string; code: string } & Record<
  "division" | "answers" | "rules_version" | "answered_at" | "entry_hash" | "received_at" | "receipt",
  string
>

// Nothing but the insert: no look at what counts already, no exclusion, no frozen round, no participant.
const script = `\\set chance random(100000000000, 999999999999)
\\set prediction random(0, 9999)
insert into entries (contest, round, person, division, unit, code, answers, prediction, rules_version, answered_at,
                     entry_hash, received_at, late, receipt)
values (:contest, 1, :person::text || :chance, :division, null, :code::text || :chance, :answers::jsonb, :prediction,
        :rules_version, :answered_at, :entry_hash, :received_at::timestamptz, false, :receipt);
`

/**
 * Inserts `count` such rows with pgbench, as fast as `clients` connections can: prepared statements, every value bound, one
 * commit a row. Gives rows per second, connecting left out. Rejects where a transaction failed.
 */
export async function runPgbench(
  databaseUrl: string,
  row: PgbenchRow,
  clients: number,
  count: number,
): Promise<number> {
  const { hostname, port, username, pathname } = new URL(databaseUrl)
  const folder = mkdtempSync(join(tmpdir(), "contest-pgbench-"))
  const file = join(folder, "insert.sql")
  writeFileSync(file, script)
  const variables = Object.entries(row).flatMap(([name, value]) => ["-D", `${name}=${value}`])
  const place = ["-h", hostname, "-p", port, "-U", username]
  const effort = [
    "-M",
    "prepared",
    "-c",
    String(clients),
    "-j",
    "2",
    "-t",
    String(Math.ceil(count / clients)),
  ]
  const said = await promisify(execFile)(join(findPostgres(["pgbench"]), "pgbench"), [
    "--no-vacuum",
    ...place,
    ...effort,
    ...variables,
    "-f",
    file,
    pathname.slice(1),
  ]).finally(() => rmSync(folder, { recursive: true }))
  const [, perSecond] = /tps = ([\d.]+) \(without/.exec(said.stdout) ?? []
  const [, failed] = /failed transactions: (\d+)/.exec(said.stdout) ?? []
  if (perSecond === undefined || failed !== "0")
    throw new Error(`pgbench failed: ${said.stdout}${said.stderr}`)
  return Number(perSecond)
}
