import { createHash } from "node:crypto"
import fc from "fast-check"
import { seededRandom } from "../../../src/service/demo/seededRandom.ts"
import { decideFaults } from "../faults/decideFaults.ts"
import { faultKinds } from "../faults/faultKinds.ts"
import type { Report } from "../report.ts"
import { arrivalKinds, drawArrival } from "./careArrival.ts"
import { endStory } from "./ending.ts"
import { installInstantCrypto } from "./instantCrypto.ts"
import { createPhone, type Traits, type World } from "./phone.ts"
import { simulatedService } from "./simulatedService.ts"
import { phoneFaultKinds, steps } from "./steps.ts"
import { tellStory } from "./story.ts"
import { worldClock } from "./worldClock.ts"

const severity = { rate: 0.97, longestMs: 60_000, longestRetryAfterSeconds: 20 }
const traits: fc.Arbitrary<Traits> = fc.record({
  worker: fc.boolean(),
  sync: fc.constantFrom("resolves", "rejects", "missing"),
  locks: fc.constantFrom(true, true, false),
  hostStore: fc.constantFrom(false, false, true),
  failsFirst: fc.constantFrom(false, false, false, true),
  skewMs: fc.constantFrom(0, 0, -86_400_000, 86_400_000),
})

/** Where a phone's own chance begins: its faults, its jitter. */
const luck = fc.noShrink(fc.nat())

/** `counterexample`: the shortest story found that goes wrong, in words, with its trace; null where none does. */
export type Simulated = { report: Report; traceHash: string; counterexample: string | null }

/**
 * So many phones, one after another, against one service: the real outbox, worker occasions and handlers over a clock,
 * network and storage that obey the seed alone. The same seed gives the same trace, to the bit.
 */
export async function simulate(phones: number, seed: number): Promise<Simulated> {
  const uninstall = installInstantCrypto()
  try {
    return await run(phones, seed)
  } finally {
    uninstall()
  }
}

async function run(phones: number, seed: number): Promise<Simulated> {
  const startAt = Date.parse("2024-10-29T09:00:00+07:00")
  const clock = worldClock(startAt)
  const service = await simulatedService(clock, seed)
  const trace = createHash("sha256")
  const report: Report = {
    phones: 0,
    attempts: 0,
    faults: Object.fromEntries([...faultKinds, ...phoneFaultKinds, ...arrivalKinds].map((kind) => [kind, 0])),
    ...{ lost: 0, doubled: 0, falselyShown: 0, altered: 0, stuck: 0 },
    seed,
  }
  let isShrinking = false
  let lines: string[] = []
  let lastWrong: string[] = []
  const world: World = {
    clock,
    service,
    trace(...words) {
      const line = `${new Date(clock.now()).toISOString()} ${words.join(" ")}`
      trace.update(line)
      lines.push(line)
    },
    count(event) {
      if (!isShrinking) report.faults[event] = (report.faults[event] ?? 0) + 1
    },
  }
  let runs = 0

  const property = fc.asyncProperty(traits, luck, steps, async (kind, chance, script) => {
    runs += 1
    lines = []
    clock.restart(startAt)
    const random = seededRandom(chance)
    const decide = decideFaults({ seed: chance, ...severity })
    let isFaulty = true
    const nextFault = () => {
      if (!isShrinking) report.attempts += 1
      return isFaulty ? decide(0) : null
    }
    const nextArrival = () => drawArrival(random, isFaulty, world.count)
    const phone = createPhone(world, kind, nextFault, nextArrival, random.unit)
    const story = tellStory(phone, `phone-${runs}`)
    story.openPage()
    await story.seal(1, random.below(2 ** 30))
    const model = { page: true, tab: false, offline: false, deployed: false, closed: false }
    await fc.asyncModelRun(
      () => ({ model: { ...model, worker: kind.worker, hostStore: kind.hostStore }, real: story }),
      script,
    )
    isFaulty = false
    const { leaked, ...verdict } = await endStory(story)
    world.trace("verdict", JSON.stringify(verdict))
    if (!isShrinking) {
      report.phones += 1
      for (const [name, count] of Object.entries(verdict)) report[name as keyof typeof verdict] += count
    }
    const wrong = Object.entries({ leaked, ...verdict }).filter(([, count]) => count > 0)
    if (wrong.length > 0) {
      // What follows only looks for a shorter story.
      isShrinking = true
      lastWrong = lines
      throw new Error(wrong.map(([name, count]) => `${name}: ${count}`).join(", "))
    }
  })
  const details = await fc.check(property, { numRuns: phones, seed, includeErrorInReport: true })
  return {
    report,
    traceHash: trace.digest("hex"),
    counterexample: details.failed ? [fc.defaultReportMessage(details), ...lastWrong].join("\n") : null,
  }
}
