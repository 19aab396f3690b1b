import { userInfo } from "node:os"
import { createInterface } from "node:readline/promises"
import { parseArgs } from "node:util"
import { systemClock } from "../clock.ts"
import { openData } from "../openData.ts"
import { openKeyRing, receiptsOf } from "../serve/keys.ts"
import { readSettings } from "../settings.ts"
import { type Command, type CommandContext, Refused } from "./command.ts"
import { amend } from "./commands/amend.ts"
import { awards } from "./commands/awards.ts"
import { complaints } from "./commands/complaints.ts"
import { data } from "./commands/data.ts"
import { exclude } from "./commands/exclude.ts"
import { extend } from "./commands/extend.ts"
import { init } from "./commands/init.ts"
import { load } from "./commands/load.ts"
import { publish } from "./commands/publish.ts"
import { simulate } from "./commands/simulate.ts"
import { standings } from "./commands/standings.ts"
import { status } from "./commands/status.ts"
import { verify } from "./commands/verify.ts"

const commands: Readonly<Record<string, Command>> = {
  init,
  load,
  status,
  publish,
  awards,
  standings,
  amend,
  exclude,
  extend,
  simulate,
  complaints,
  verify,
  data,
}

/** These work on files or addresses alone; the data may be in use by a running service. */
const withoutData = new Set(["init", "verify"])

function help(): string {
  const lines = Object.values(commands).map(
    ({ usage, about }) => `  npm run contest -- ${usage}\n      ${about}`,
  )
  return `The organiser's commands, in the order of a contest's life

${lines.join("\n")}

  npm run contest -- <command> --help explains one of them.

A contest from its first to its last day: init, fill in the folder, load (again after each change, until rounds open),
status while a round runs, publish after close and grace, awards for the decision's annex, standings at the end.
The data is in DATABASE_URL's PostgreSQL, else in DATA_DIR (default: .data in this repository), which one process uses at
a time: stop the demo first, or publish there with POST /demo/publish.
`
}

async function main(argv: readonly string[]): Promise<string | Uint8Array> {
  const [name = "", ...rest] = argv
  if (["", "--help", "-h", "help"].includes(name)) return help()
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Refused(`there is no command "${name}"; --help lists them`)
  const { positionals, values } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { ...command.options, help: { type: "boolean", short: "h" } },
  })
  if (values.help) return `npm run contest -- ${command.usage}\n\n${command.about}\n${command.details ?? ""}`
  const options = values as Readonly<Record<string, string | boolean | undefined>>
  if (withoutData.has(name)) return command.run(await contextOf(":memory:"), positionals, options)
  const context = await contextOf(readSettings(process.env).dataDir)
  try {
    return await command.run(context, positionals, options)
  } finally {
    await context.sql.close()
  }
}

async function contextOf(dataDir: string): Promise<CommandContext> {
  const sql = await openData(dataDir)
  const terminal = process.stderr.isTTY
  return {
    sql,
    receipts: await receiptsOf(await openKeyRing(sql, process.env.SECRETS_FILE)),
    now: systemClock(),
    who: userInfo().username,
    async ask(question) {
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      const answer = await lines.question(`${question} [y/N] `)
      lines.close()
      return /^y(es)?$/i.test(answer.trim())
    },
    progress(line) {
      if (terminal) process.stderr.write(`\r\x1b[K${line}`)
    },
  }
}

try {
  const output = await main(process.argv.slice(2))
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K")
  process.stdout.write(typeof output === "string" ? `${output.trimEnd()}\n` : output)
} catch (error) {
  // A refusal, wrong options or a folder in use: the sentence is for the organiser, a stack would hide it.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
