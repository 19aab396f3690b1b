import { oneOf } from "../../bridge/read.ts"
import { type Grant, grants } from "../../bridge/vocabulary.ts"
import type { Bench, Check, ChildFrame } from "./check.ts"
import { echoChecks } from "./checks/echo.ts"
import { handshakeChecks } from "./checks/handshake.ts"
import { identityChecks } from "./checks/identity.ts"
import { greeting, pageChecks } from "./checks/pages.ts"
import { onceCheck, ruleChecks } from "./checks/rules.ts"
import { storeChecks } from "./checks/store.ts"
import { fail, notRun, type Outcome, pass } from "./outcome.ts"
import { asObject, type RawWire, replyText } from "./rawWire.ts"

export type CheckResult = { id: string; rule: string; outcome: Outcome }

export type RunOptions = {
  wire: RawWire
  transport: string
  /** 128 random bits in hex. */
  randomId(): string
  childFrame(): Promise<ChildFrame>
  /** Told of each result as it comes. */
  done?: (result: CheckResult) => void
}

const greeted = { id: "hello.answered", rule: "The handshake is answered with version 1" }

/** Runs all checks that need nobody's hand, one after the other. Never rejects: a check that breaks has failed. */
export async function runChecks({
  wire,
  transport,
  randomId,
  childFrame,
  done,
}: RunOptions): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  const add = (check: { id: string; rule: string }, outcome: Outcome) => {
    const result = { id: check.id, rule: check.rule, outcome }
    results.push(result)
    done?.(result)
  }
  const reply = await wire.ask("bridge.hello", greeting)
  const hello = asObject(reply?.result)
  const isGreeted = hello.version === 1
  add(greeted, isGreeted ? pass : fail(`There was ${replyText(reply)}.`))
  const granted = asObject(hello.grants)
  const bench: Bench = {
    wire,
    hello,
    transport,
    childFrame,
    grants: (grant: Grant) => oneOf(grants, grant) !== undefined && granted[grant] === true,
  }
  for (const check of automaticChecks(randomId))
    add(check, isGreeted ? await outcomeOf(check, bench) : notRun("There was no handshake."))
  return results
}

function automaticChecks(randomId: () => string): readonly Check[] {
  return [
    ...handshakeChecks,
    ...echoChecks,
    ...ruleChecks,
    ...identityChecks,
    ...storeChecks,
    ...pageChecks(randomId),
    onceCheck,
  ]
}

async function outcomeOf(check: Check, bench: Bench): Promise<Outcome> {
  try {
    return await check.run(bench)
  } catch (error) {
    // The native object went away, most likely: that is the host's fault, and the other checks go on.
    return fail(`It broke: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
