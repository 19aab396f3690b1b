import { userInfo } from "node:os"
import { parseArgs } from "node:util"
import { systemClock } from "../clock.ts"
import { receiptDesk } from "../identity/receipts.ts"
import { loadSecrets } from "../identity/secrets.ts"
import { openData } from "../openData.ts"
import { readSettings } from "../settings.ts"
import type { Sql } from "../sql/sql.ts"
import { awardList } from "./awardList.ts"
import { readContestFolder } from "./contestFolder.ts"
import { loadContest } from "./load.ts"
import { publishRound } from "./publish.ts"
import { contestStatus } from "./status.ts"
import type { FileFault } from "./table.ts"
import { csvTable, textTable } from "./textTable.ts"

const help = `The organiser's commands

  npm run contest -- load <folder>              check a contest folder and load it, or update what is not locked yet
  npm run contest -- status <contest>           rounds, papers, entries so far by division and unit
  npm run contest -- publish <contest> <round>  after close and grace: freeze, mark, rank, publish
  npm run contest -- awards <contest> <round>   winners with full names, for the decision's annex
                          [--format table|csv]

Examples
  npm run contest -- load src/service/contests/hue-s-2024
  npm run contest -- status hue-s-2024
  npm run contest -- awards hue-s-2024 1 --format csv > annex.csv

The data is in DATA_DIR (default: .data in this repository). A running demo holds it: stop that first, or publish there
with POST /demo/publish.
`

/** A refusal for the organiser: printed as it stands, exit code 1. */
class Refused extends Error {}

const commands: Record<string, (sql: Sql, args: string[], format: string) => Promise<string>> = {
  async load(sql, [folder = ""]) {
    if (folder === "") throw new Refused("load needs the contest's folder")
    const read = await readContestFolder(folder)
    if (!read.ok)
      throw new Refused(`${folder} is faulty; nothing was loaded:\n${read.faults.map(faultLine).join("\n")}`)
    const loaded = await loadContest(sql, read.contest, operator(), systemClock())
    if (!loaded.ok)
      throw new Refused(`nothing was loaded; locked:\n${loaded.locked.map((one) => `  ${one}`).join("\n")}`)
    return loaded.changes.join("\n")
  },
  async status(sql, [contest = ""]) {
    const rounds = await contestStatus(sql, contest, systemClock())
    if (!rounds) throw new Refused(`there is no contest "${contest}"`)
    const overview = textTable(
      rounds.map(({ round, phase, papers, entries, late }) => ({
        round,
        phase,
        papers: papers.join(" ") || "none",
        entries,
        late,
      })),
    )
    const details = rounds
      .filter(({ entries }) => entries > 0)
      .map(
        ({ round, divisions, units }) => `\n\nRound ${round}\n${textTable(divisions)}\n\n${textTable(units)}`,
      )
    return overview + details.join("")
  },
  async publish(sql, [contest = "", round = ""]) {
    const outcome = await publishRound(
      sql,
      await receiptDesk((await loadSecrets(sql)).receiptKey),
      contest,
      roundNumber(round),
      operator(),
      systemClock(),
    )
    if (!outcome.ok) throw new Refused(`not published: ${outcome.reason}`)
    return outcome.results
      .map(({ division, report, awards }) => {
        const given = awards.filter(({ winner }) => winner).length
        return `round ${round}, division ${division}: published, ${given} of ${awards.length} prizes given\n${textTable([report])}`
      })
      .join("\n\n")
  },
  async awards(sql, [contest = "", round = ""], format) {
    const lines = await awardList(sql, contest, roundNumber(round))
    if (!lines) throw new Refused(`round ${round} of "${contest}" is not published`)
    const rows = lines.map(({ receivedAt, ...line }) => ({ ...line, receivedAt: receivedAt.toISOString() }))
    return format === "csv" ? csvTable(rows) : textTable(rows)
  },
}

function roundNumber(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new Refused(`"${text}" is no round number`)
  return Number(text)
}

function faultLine({ file, row, column, message }: FileFault): string {
  const place = [
    file,
    row === undefined ? [] : `row ${row}`,
    column === undefined ? [] : `column ${column}`,
  ].flat()
  return `  ${place.join(", ")}: ${message}`
}

function operator(): string {
  return userInfo().username
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: "string", default: "table" },
      help: { type: "boolean", short: "h", default: false },
    },
  })
  const [name, ...args] = positionals
  const command = name === undefined ? undefined : commands[name]
  if (values.help || name === undefined) {
    process.stdout.write(help)
    return 0
  }
  if (!command) throw new Refused(`there is no command "${name}"; --help lists them`)
  if (!["table", "csv"].includes(values.format))
    throw new Refused(`--format is table or csv, not "${values.format}"`)
  const sql = await openData(readSettings(process.env).dataDir)
  try {
    process.stdout.write(`${(await command(sql, args, values.format)).trimEnd()}\n`)
    return 0
  } finally {
    await sql.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  // A refusal, wrong options or a folder in use: the sentence is for the organiser, a stack would hide it.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
