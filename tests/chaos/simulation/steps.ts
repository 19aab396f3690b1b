import fc from "fast-check"
import { versions } from "./disk.ts"
import type { Story } from "./story.ts"

/** What the commands know of the phone: enough to say which of them make sense. */
export type Model = {
  page: boolean
  tab: boolean
  worker: boolean
  hostStore: boolean
  offline: boolean
  deployed: boolean
  closed: boolean
}

type Step<A> = {
  name: string
  argument: fc.Arbitrary<A>
  allowed?: (model: Model) => boolean
  act: (story: Story, argument: A, model: Model) => Promise<void> | void
  changes?: (model: Model, argument: A) => void
}

/** A step as fast-check wants it: checked against the model, told to the trace, and followed by the story's check. */
class StepCommand<A> implements fc.AsyncCommand<Model, Story> {
  constructor(
    readonly step: Step<A>,
    readonly argument: A,
  ) {}
  check(model: Readonly<Model>): boolean {
    return this.step.allowed?.(model) ?? true
  }
  async run(model: Model, story: Story): Promise<void> {
    story.phone.trace("step", this.toString(), story.phone.world.clock.now())
    await this.step.act(story, this.argument, model)
    this.step.changes?.(model, this.argument)
    await story.phone.world.clock.pass(0)
    await story.check()
    model.page = story.page()?.life.isAlive() ?? false
    model.tab = story.tab()?.life.isAlive() ?? false
  }
  toString(): string {
    return `${this.step.name}(${JSON.stringify(this.argument) ?? ""})`
  }
}

function step<A>(weight: number, made: Step<A>): fc.Arbitrary<fc.AsyncCommand<Model, Story>>[] {
  const command = made.argument.map((argument) => new StepCommand(made, argument))
  return Array.from({ length: weight }, () => command)
}

const nothing = fc.constant(undefined)
const round = fc.constantFrom(1, 2)
const choice = fc.nat(2 ** 30)
const seconds = (most: number) => fc.integer({ min: 1, max: most }).map((count) => count * 1000)
const hasPage = ({ page }: Model) => page
const hasWorker = ({ worker }: Model) => worker
const isOpen = (story: Story, number: number) => {
  const { opensAt, closesAt } = story.phone.world.service.windowOf(number)
  const now = story.phone.world.clock.now()
  return now >= opensAt && now < closesAt
}

const doings = [
  ...step(4, {
    name: "seal",
    argument: fc.tuple(round, choice),
    allowed: hasPage,
    async act(story, [number, picked]) {
      if (isOpen(story, number)) await story.seal(number, picked)
    },
  }),
  ...step(12, {
    name: "press",
    argument: fc.tuple(fc.integer({ min: 1, max: 5 }), seconds(16)),
    allowed: hasPage,
    async act(story, [times, ms]) {
      for (let press = 0; press < times; press += 1) {
        void story.page()?.press()
        await story.phone.world.clock.pass(ms)
        void story.page()?.renew(story.token())
        await story.phone.world.clock.pass(1000)
      }
    },
  }),
  ...step(9, {
    name: "pass",
    argument: seconds(600),
    act: (story, ms) => story.phone.world.clock.pass(ms),
  }),
  ...step(3, {
    name: "renew",
    argument: nothing,
    allowed: hasPage,
    async act(story) {
      void story.page()?.renew(story.token())
      await story.phone.world.clock.pass(3000)
    },
  }),
  ...step(2, {
    name: "tabPresses",
    argument: nothing,
    allowed: ({ tab }) => tab,
    async act(story) {
      // Both at once.
      void story.tab()?.press()
      void story.page()?.press()
      await story.phone.world.clock.pass(1000)
    },
  }),
  ...step(3, {
    name: "workerDelivers",
    argument: fc.constantFrom("message", "navigate", "activate", "sync"),
    allowed: hasWorker,
    async act(story, occasion) {
      story.worker?.[occasion]()
      await story.phone.world.clock.pass(5000)
    },
  }),
  ...step(1, {
    name: "entersElsewhere",
    argument: fc.tuple(round, choice),
    async act(story, [number, picked]) {
      if (isOpen(story, number)) await story.enterElsewhere(number, picked)
    },
  }),
]

const happenings = [
  ...step(2, {
    name: "open",
    argument: nothing,
    allowed: ({ page }) => !page,
    act: (story) => story.openPage(),
  }),
  ...step(1, {
    name: "openTab",
    argument: nothing,
    allowed: ({ tab }) => !tab,
    act: (story) => story.openTab(),
  }),
  ...step(1, {
    name: "close",
    argument: nothing,
    allowed: hasPage,
    act: (story) => story.page()?.close(),
  }),
  ...step(2, {
    name: "killAndReload",
    argument: seconds(5),
    async act(story, ms) {
      // In the middle of whatever is under way.
      void story.page()?.press()
      await story.phone.world.clock.pass(ms - 1000)
      story.page()?.life.kill()
      story.phone.world.count("page killed")
      story.openPage()
    },
  }),
  ...step(2, {
    name: "killAtCall",
    argument: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom("before", "after"), fc.boolean()),
    act(story, [calls, when, worker]) {
      const life = worker ? story.worker?.life() : story.page()?.life
      life?.planDeath({ calls, when })
      if (life) story.phone.world.count("killed at a call")
    },
  }),
  ...step(1, {
    name: "killWorker",
    argument: nothing,
    allowed: hasWorker,
    act(story) {
      story.worker?.kill()
      story.phone.world.count("worker killed")
    },
  }),
  ...step(1, {
    name: "sleep",
    argument: fc.constantFrom(10 * 60_000, 3 * 3_600_000, 3 * 86_400_000),
    act(story, ms) {
      for (const one of story.pages()) one.setVisible(false)
      story.phone.world.clock.sleep(ms)
      for (const one of story.pages()) one.setVisible(true)
    },
  }),
  ...step(1, {
    name: "offline",
    argument: nothing,
    allowed: ({ offline }) => !offline,
    act(story) {
      story.phone.offline = true
      story.phone.world.count("offline")
    },
    changes: (model) => {
      model.offline = true
    },
  }),
  ...step(3, {
    name: "online",
    argument: nothing,
    allowed: ({ offline }) => offline,
    act(story) {
      story.phone.offline = false
      for (const one of story.pages()) one.online()
      story.worker?.sync()
    },
    changes: (model) => {
      model.offline = false
    },
  }),
  ...step(1, {
    name: "switchAccount",
    argument: nothing,
    act(story) {
      story.signIn(story.signedIn() === "A" ? "B" : "A")
      story.phone.world.count("account switched")
    },
  }),
  ...step(1, {
    name: "skewClock",
    argument: fc.constantFrom(-86_400_000, -3_600_000, 3_600_000, 86_400_000),
    act(story, ms) {
      story.phone.skewMs += ms
      story.phone.world.count("clock skewed")
    },
  }),
  ...step(1, {
    name: "evict",
    argument: fc.constantFrom("IndexedDB", "localStorage", "both"),
    act(story, what) {
      const { disk, localValues, world } = story.phone
      if (what !== "localStorage") disk.rows.clear()
      if (what !== "IndexedDB") localValues.clear()
      story.noteEviction()
      world.count("storage evicted")
    },
  }),
  ...step(2, {
    name: "storeFails",
    argument: fc.integer({ min: 1, max: 4 }),
    act(story, calls) {
      story.phone.disk.failures = calls
      story.phone.world.count("store failed")
    },
  }),
  ...step(1, {
    name: "deploy",
    argument: nothing,
    allowed: ({ deployed }) => !deployed,
    act(story) {
      story.phone.version = versions.after
      story.worker?.kill()
      story.worker?.activate()
      story.phone.world.count("deployed")
    },
    changes: (model) => {
      model.deployed = true
    },
  }),
  ...step(1, {
    name: "closeRound",
    argument: fc.constantFrom(-5 * 60_000, 60_000, 40 * 60_000, 3 * 86_400_000),
    allowed: ({ closed }) => !closed,
    act(story, afterMs) {
      const { clock, service, count } = story.phone.world
      const at = service.windowOf(1).closesAt + afterMs
      clock.sleep(Math.max(0, at - clock.now()))
      count("round closed")
    },
    changes: (model) => {
      model.closed = true
    },
  }),
]

/** The kinds of what happens on the phone itself, as they are counted. */
export const phoneFaultKinds = [
  "page killed",
  "killed at a call",
  "worker killed",
  "offline",
  "account switched",
  "clock skewed",
  "storage evicted",
  "store failed",
  "deployed",
  "round closed",
] as const

/** Everything that a person, a phone and the organiser do, in any order. */
export const steps = fc.commands([...doings, ...happenings], { maxCommands: 120, size: "max" })
