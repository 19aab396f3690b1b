import { parseArgs } from "node:util"
import { allRules } from "./allRules.ts"
import { clockByUrl, identityByCommand, identityByUrl, type Levers, publishByUrl } from "./levers.ts"
import { reportText } from "./report.ts"
import { runRules } from "./runRules.ts"

/** How the command is called. */
export const usage = `npm run conformance -- <base url> (--identity-url <url> | --identity-command <command>)
  [--clock-url <url>] [--publish-url <url>] [--contest <id>] [--round <number>] [--json]

Tries a contest service against the contract, from outside. It enters with made-up people and files complaints.
  --identity-url      POST {"claims":{…}} gives {"token":"…"}
  --identity-command  a shell command: claims as JSON on standard input, the token on standard output
  --clock-url         POST {"now":"<instant>"} sets the service's clock
  --publish-url       POST {"contest":"…","round":1} publishes a round
The demo: --identity-url <origin>/demo/identity --clock-url <origin>/demo/clock --publish-url <origin>/demo/publish
`

/** Runs the suite as a command. Gives its exit code: 0 kept, 1 a rule failed or none could be run, 2 wrong call. */
export async function conformance(
  argv: readonly string[],
  out: { write(text: string): unknown },
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<number> {
  const call = readCall(argv, fetch)
  if (!call) {
    out.write(usage)
    return 2
  }
  const { base, levers, choice, json } = call
  const results = await runRules(base, levers, allRules, choice)
  out.write(json ? `${JSON.stringify({ base, results }, null, 2)}\n` : reportText(results))
  const ran = results.filter(({ result }) => result !== "not run")
  return ran.length > 0 && ran.every(({ result }) => result === "pass") ? 0 : 1
}

const options = {
  "identity-url": { type: "string" },
  "identity-command": { type: "string" },
  "clock-url": { type: "string" },
  "publish-url": { type: "string" },
  contest: { type: "string" },
  round: { type: "string" },
  json: { type: "boolean" },
} as const

function readCall(argv: readonly string[], fetch: typeof globalThis.fetch) {
  const parsed = readArguments(argv)
  if (!parsed) return null
  const { values, positionals } = parsed
  const [base, ...more] = positionals
  const command = values["identity-command"]
  const url = values["identity-url"]
  const identity =
    url !== undefined ? identityByUrl(url, fetch) : command !== undefined ? identityByCommand(command) : null
  if (base === undefined || more.length > 0 || !identity || !URL.canParse(base)) return null
  const clock = values["clock-url"]
  const publish = values["publish-url"]
  const levers: Levers = {
    fetch,
    identity,
    ...(clock === undefined ? {} : { setClock: clockByUrl(clock, fetch) }),
    ...(publish === undefined ? {} : { publish: publishByUrl(publish, fetch) }),
  }
  const choice = {
    ...(values.contest === undefined ? {} : { contest: values.contest }),
    ...(values.round === undefined ? {} : { round: Number(values.round) }),
  }
  return { base: base.replace(/\/$/, ""), levers, choice, json: values.json === true }
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch {
    // An option that there is not: the usage says which there are.
    return null
  }
}
