import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openData } from "../../src/service/openData.ts"
import { readContestFolder } from "../../src/service/organiser/contestFolder.ts"
import { loadContest } from "../../src/service/organiser/load.ts"
import { definitionFile } from "../contest/sampleDefinition.ts"
import { sampleBank } from "../service/testService.ts"

/** Writes a contest folder whose one round is open until `closesAt`, and loads it as the organiser's command does. */
export async function loadShortContest(databaseUrl: string, id: string, closesAt: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "contest-short-"))
  const instant = (at: number) => new Date(at).toISOString()
  const rounds = [{ number: 1, opensAt: instant(closesAt - 3_600_000), closesAt: instant(closesAt) }]
  writeFileSync(join(folder, "contest.json"), JSON.stringify({ ...definitionFile(), id, rounds }))
  const rows = sampleBank().map(({ id: question, text, options, accepted, explanation, source, asOf }) => [
    `${id}-${question}`,
    text,
    ...options.map((option) => option.text),
    ...accepted,
    explanation,
    source,
    asOf,
  ])
  const header = ["id", "question", "a", "b", "c", "d", "accepted", "explanation", "source", "asOf"]
  writeFileSync(join(folder, "round-1.csv"), [header, ...rows].map((row) => row.join(",")).join("\n"))
  const read = await readContestFolder(folder)
  rmSync(folder, { recursive: true })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const sql = await openData(databaseUrl)
  const loaded = await loadContest(sql, read.contest, "test", Date.now())
  await sql.close()
  if (!loaded.ok) throw new Error(loaded.locked.join("; "))
}
