import { randomBytes } from "node:crypto"
import {
  type ContestView,
  contestListSchema,
  contestViewSchema,
  type RoundView,
} from "../../contract/contestView.ts"
import { routes } from "../../contract/routes.ts"
import { NotRun, Unmet } from "./ending.ts"
import { bodyOf } from "./expect.ts"
import { type Answer, type Call, caller } from "./http.ts"
import type { Levers } from "./levers.ts"
import { makeProbe, type Probe } from "./probe.ts"
import { type Rule, type RuleResult, stages } from "./rule.ts"
import { enterStage } from "./stage.ts"

/** Which contest and round to try; by default the first contest, and a round that is not published. */
export type Choice = { contest?: string; round?: number }

/**
 * Tries every rule on the service at `base` and gives a result for each, in the rules' order. Throws where there is not
 * even a contest to try. It enters with made-up people and files complaints: not for a service with a real contest in it.
 */
export async function runRules(
  base: string,
  levers: Levers,
  rules: readonly Rule[],
  choice: Choice = {},
): Promise<RuleResult[]> {
  const answers: Answer[] = []
  const call = caller(base, levers.fetch, (answer) => answers.push(answer))
  const contest = await chooseContest(call, choice)
  const round = chooseRound(contest, choice, levers.setClock !== undefined)
  const run = randomBytes(6).toString("hex")
  const probe = makeProbe({ call, answers, levers, contest, round, run })
  const results: RuleResult[] = []
  for (const stage of stages) {
    const obstacle =
      stage === "afterwards" && results.every(({ result }) => result === "not run")
        ? "no other rule could be run"
        : await enterStage(stage, probe, levers).catch((error) => `could not be prepared: ${error}`)
    // Somebody whose entry counts is needed to the end; where it fails, the rules say why.
    if (stage === "open" && obstacle === null) await probe.first().catch(() => undefined)
    for (const rule of rules.filter((one) => one.stage === stage)) {
      const outcome =
        obstacle === null ? await tryRule(rule, probe) : { result: "not run" as const, seen: [obstacle] }
      results.push({ id: rule.id, says: rule.says, source: rule.source, ...outcome })
    }
  }
  return results
}

async function tryRule(rule: Rule, probe: Probe): Promise<Pick<RuleResult, "result" | "seen">> {
  const seen: string[] = []
  try {
    for await (const fault of rule.faults(probe)) seen.push(fault)
  } catch (error) {
    if (error instanceof NotRun) return { result: "not run", seen: [error.message] }
    // Anything but Unmet is an answer that never came, or one no rule was prepared for: a fault all the same.
    seen.push(error instanceof Unmet ? error.message : String(error))
  }
  return { result: seen.length === 0 ? "pass" : "fail", seen }
}

async function chooseContest(call: Call, { contest }: Choice): Promise<ContestView> {
  const { contests } = bodyOf(contestListSchema, await call("GET", routes.contests()))
  const id = contest ?? contests[0]?.id
  if (id === undefined) throw new Unmet("the service has no contest")
  return bodyOf(contestViewSchema, await call("GET", routes.contest(id)))
}

function chooseRound({ rounds }: ContestView, { round: asked }: Choice, hasClock: boolean): RoundView {
  const unpublished = rounds.filter(({ phase }) => phase !== "published")
  const round =
    asked !== undefined
      ? rounds.find(({ number }) => number === asked)
      : hasClock
        ? // With a round before it, so that there are tickets of another round.
          (unpublished.find(({ number }) => number !== rounds[0]?.number) ?? unpublished[0])
        : (unpublished.find(({ phase }) => phase === "open") ?? unpublished[0])
  if (!round) throw new Unmet("there is no such round, or every round is published already")
  return round
}
