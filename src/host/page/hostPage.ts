import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals"
import type { ContestView } from "../../contract/contestView.ts"
import { DemoFault, type DemoPersona, type DemoService } from "../demo/demoService.ts"
import { type ServiceClock, serviceClock } from "../demo/serviceClock.ts"
import { noFaults } from "../faults/faultRule.ts"
import { mistakeText, parseFaults } from "../faults/parseFaults.ts"
import { type MessageLog, messageLog } from "../log/messageLog.ts"
import { createPhone, type Phone } from "../phone/phone.ts"
import type { Scenario } from "../scenario/scenario.ts"
import {
  readableQuery,
  readScenario,
  scenarioOf,
  withSurfaceOf,
  writeScenario,
} from "../scenario/scenarioUrl.ts"

export type HostPageOptions = {
  demo: DemoService
  /** Query of the page's URL. */
  query: string
  /** The page's origin and path, for links. */
  page: string
  origin: string
  rewriteUrl(query: string): void
  /** Empties the storage of the app's origin. */
  forgetPhone(): Promise<void>
  /** Milliseconds since 1970 of this browser. */
  realNow(): number
  /** Monotonic milliseconds since the page was opened. */
  now(): number
  after(ms: number, run: () => void): () => void
}

/** The host page's state and what can be done with it. */
export type HostPage = {
  scenario: ReadonlySignal<Scenario>
  /** The link that reproduces the scenario. */
  link: ReadonlySignal<string>
  /** What was wrong in the URL or went wrong with the service, one sentence each. */
  complaints: ReadonlySignal<readonly string[]>
  /** What is wrong in the fault rules; while there is anything, no rule holds. */
  mistakes: ReadonlySignal<readonly string[]>
  /** What the page is doing, when it takes a while. */
  busy: ReadonlySignal<string | null>
  personas: ReadonlySignal<readonly DemoPersona[]>
  contest: ReadonlySignal<ContestView | null>
  clock: ServiceClock
  log: MessageLog
  phones: ReadonlySignal<readonly Phone[]>
  /** Sets the scene as the URL says and opens the phones. */
  start(): Promise<void>
  /** Changes what the app learns while it runs. */
  change(part: Partial<Scenario>): void
  /** Changes what the app meets when it opens, and opens it anew. */
  changeAndOpen(part: Partial<Scenario>): void
  choosePersona(persona: string): void
  /** Moves the service's clock, as if the phone had been put away meanwhile, and publishes what is to be out then. */
  jump(at: number, published?: readonly number[]): Promise<void>
  publish(round: number): Promise<void>
  reset(): Promise<void>
  forget(): Promise<void>
}

/** Puts the page's state together; nothing happens before `start`. */
export function createHostPage(options: HostPageOptions): HostPage {
  const { demo, origin, after, now } = options
  const read = readScenario(new URLSearchParams(options.query))
  const scenario = signal(read.scenario)
  const complaints = signal<readonly string[]>(read.complaints)
  const busy = signal<string | null>(null)
  const personas = signal<readonly DemoPersona[]>([])
  const contest = signal<ContestView | null>(null)
  const clock = serviceClock(demo, options.realNow)
  const log = messageLog(now)
  const parsed = computed(() => parseFaults(scenario.value.faults))
  const query = computed(() => readableQuery(writeScenario(scenario.value)))

  const makePhone = (name: "A" | "B", persona: () => string) =>
    createPhone({
      name,
      persona,
      // The scenario's surface is the first phone's; whoever holds the second brings along what is their own.
      scenario: () => (name === "A" ? scenario.peek() : withSurfaceOf(persona(), scenario.peek())),
      faults() {
        const outcome = parsed.peek()
        return outcome.ok ? outcome.faults : noFaults
      },
      sign: demo.sign,
      clock,
      log,
      after,
      now,
      origin,
    })
  const first = makePhone("A", () => scenario.peek().persona)
  const second = makePhone("B", () => scenario.peek().beside ?? scenario.peek().persona)
  const phones = computed(() => (scenario.value.beside === null ? [first] : [first, second]))

  const openPhones = () => {
    for (const phone of phones.peek()) phone.open()
  }
  const change = (part: Partial<Scenario>) => {
    scenario.value = { ...scenario.peek(), ...part }
    for (const phone of phones.peek()) phone.showSurface()
  }
  const changeAndOpen = (part: Partial<Scenario>) =>
    batch(() => {
      scenario.value = { ...scenario.peek(), ...part }
      if (scenario.peek().beside === null && second.frame.peek()) second.kill()
      openPhones()
    })

  /** Does something with the service; what goes wrong is shown, and what comes after it goes on. */
  const attempt = async (what: string, work: () => Promise<void>) => {
    busy.value = what
    try {
      await work()
    } catch (error) {
      if (!(error instanceof DemoFault)) throw error
      complaints.value = [...complaints.peek(), `${what}: ${error.message}`]
    } finally {
      busy.value = null
    }
  }
  const readContest = () =>
    attempt("Reading the contest", async () => {
      contest.value = await demo.contest()
    })
  const resetService = () => attempt("Resetting the service", async () => clock.take(await demo.reset()))
  /** Brings the service to an instant with exactly these rounds published. */
  const setScene = async (at: number | null, published: readonly number[]) => {
    const setClock = () => attempt("Setting the clock", () => (at === null ? clock.read() : clock.set(at)))
    await setClock()
    await readContest()
    // Nothing is ever unpublished: what is out too early goes only with all the data.
    if (at !== null && publishedRounds().some((round) => !published.includes(round))) {
      await resetService()
      await setClock()
    }
    const out = publishedRounds()
    for (const round of published.filter((round) => !out.includes(round)))
      await attempt(`Publishing round ${round}`, async () => void (await demo.publish(round)))
    await readContest()
  }
  const publishedRounds = () =>
    (contest.peek()?.rounds ?? []).filter(({ phase }) => phase === "published").map(({ number }) => number)
  const closePhones = () => {
    for (const phone of phones.peek()) if (phone.frame.peek()) phone.kill()
  }

  const page: HostPage = {
    scenario,
    link: computed(() => options.page + query.value),
    complaints,
    mistakes: computed(() => (parsed.value.ok ? [] : parsed.value.mistakes.map(mistakeText))),
    busy,
    personas,
    contest,
    clock,
    log,
    phones,
    async start() {
      effect(() => options.rewriteUrl(query.value))
      const { fresh, at, published } = scenario.peek()
      if (fresh) {
        await options.forgetPhone()
        await resetService()
      }
      await setScene(at, published)
      openPhones()
      await attempt("Reading the personas", async () => {
        personas.value = await demo.personas()
      })
    },
    change,
    changeAndOpen,
    choosePersona(persona) {
      // What the persona before brought along goes with it.
      const usual = scenarioOf(persona)
      const { fontScale, reducedMotion } = usual.context
      const context = { ...scenario.peek().context, fontScale, reducedMotion }
      changeAndOpen({ persona, context })
    },
    async jump(at, published = []) {
      complaints.value = []
      const open = phones.peek().filter((phone) => phone.frame.peek() && phone.visible.peek())
      for (const phone of open) phone.setVisible(false)
      await setScene(at, published)
      for (const phone of open) phone.setVisible(true)
      scenario.value = { ...scenario.peek(), at, published: [...published] }
    },
    async publish(round) {
      complaints.value = []
      await attempt(`Publishing round ${round}`, async () => void (await demo.publish(round)))
      await readContest()
      if (complaints.peek().length) return
      const published = [...new Set([...scenario.peek().published, round])].sort((a, b) => a - b)
      scenario.value = { ...scenario.peek(), published }
    },
    async reset() {
      complaints.value = []
      closePhones()
      await resetService()
      scenario.value = { ...scenario.peek(), at: scenarioOf("").at, published: [] }
      openPhones()
      await readContest()
    },
    async forget() {
      closePhones()
      await options.forgetPhone()
      openPhones()
    },
  }
  return page
}
