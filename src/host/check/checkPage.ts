import { batch, computed, type ReadonlySignal, signal } from "@preact/signals"
import type { Transport } from "../../bridge/transport.ts"
import { type HandCheck, handChecks } from "./byHand.ts"
import type { ChildFrame } from "./check.ts"
import { greeting } from "./checks/pages.ts"
import { fail, notGranted, notRun, type Outcome, pass, verdict } from "./outcome.ts"
import { asObject, type RawWire, rawWire, replyText } from "./rawWire.ts"
import { type CheckResult, runChecks } from "./runChecks.ts"

export type CheckPageOptions = {
  /** Finds the way to the host; null: nobody there. */
  findTransport(): Promise<Transport | null>
  after(ms: number, run: () => void): () => void
  /** 128 random bits in hex. */
  randomId(): string
  childFrame(): Promise<ChildFrame>
  /** Outlives a reload of the page, not the tab. */
  memory: Pick<Storage, "getItem" | "setItem" | "removeItem">
  reload(): void
  /** Follows the host's theme, so that whoever changes it sees that it arrived. */
  showTheme(theme: "light" | "dark"): void
}

export type CheckPage = {
  state: ReadonlySignal<"looking" | "alone" | "running" | "reloading" | "done">
  /** Name of the transport and of the host. */
  found: ReadonlySignal<{ transport: string; host: string }>
  results: ReadonlySignal<readonly CheckResult[]>
  /** The results of what needs a hand, each with what to do. */
  byHand: ReadonlySignal<readonly (CheckResult & { check: HandCheck })[]>
  start(): Promise<void>
  /** Starts a check that needs a hand. */
  startByHand(check: HandCheck): Promise<void>
  /** Forgets everything and begins anew. */
  again(): void
}

/** What is kept over a reload. `at`: where the page was when it was left. */
type Kept = { at: "reloading" | "done"; results: CheckResult[]; byHand: [string, Outcome][] }

const memoryKey = "hues.bridge-check"
/** How long a host may take to remove a page. */
const leaveMs = 700
const limits = { answerMs: 3000, silenceMs: 500 }
const afterReload = { id: "pages.reload", rule: "After a reload the page is greeted and served again" }

/**
 * The page's state. It runs everything that needs no hand, reloads itself once in the middle of a call, and goes on
 * from there; then it waits for the rest, which it keeps in the tab's memory, as some of it ends the page.
 */
export function createCheckPage(options: CheckPageOptions): CheckPage {
  const { randomId, memory } = options
  const state = signal<"looking" | "alone" | "running" | "reloading" | "done">("looking")
  const found = signal({ transport: "", host: "" })
  const results = signal<readonly CheckResult[]>([])
  const outcomes = signal<ReadonlyMap<string, Outcome>>(new Map())
  const granted = signal<Record<string, unknown>>({})
  let wire: RawWire | null = null

  const keep = (at: Kept["at"]) =>
    memory.setItem(memoryKey, JSON.stringify({ at, results: results.peek(), byHand: [...outcomes.peek()] }))
  const setOutcome = (id: string, outcome: Outcome) => {
    outcomes.value = new Map(outcomes.peek()).set(id, outcome)
    keep(state.peek() === "done" ? "done" : "reloading")
  }
  /** What is true if the page goes away now, and what if it is still there in a while. */
  const settleLater = (id: string, gone: Outcome, here: Outcome) => {
    setOutcome(id, gone)
    options.after(leaveMs, () => setOutcome(id, here))
  }
  const add = (result: CheckResult) => {
    results.value = [...results.peek(), result]
  }

  const showTheme = (theme: unknown) => {
    if (theme === "light" || theme === "dark") options.showTheme(theme)
  }
  const hear = (method: string, params: Record<string, unknown>) => {
    if (method === "host.context") showTheme(params.theme)
    for (const { id, hear } of handChecks) {
      const outcome = hear?.(method, params)
      if (outcome) setOutcome(id, outcome)
    }
    if (method === "app.back") settleLater("hand.back", fail("The host left the page all the same."), pass)
    return method === "app.back" ? { handled: true } : undefined
  }

  const greet = async (wire: RawWire) => {
    const reply = await wire.ask("bridge.hello", greeting)
    const { host, grants, context } = asObject(reply?.result)
    const { name, version } = asObject(host)
    batch(() => {
      found.value = { ...found.peek(), host: `${String(name ?? "unnamed")} ${String(version ?? "")}`.trim() }
      granted.value = asObject(grants)
    })
    showTheme(asObject(context).theme)
    wire.notify("bridge.ready", {})
    wire.notify("ui.back", { canGoBack: true })
    return reply
  }

  const goOn = async (wire: RawWire, kept: Kept) => {
    batch(() => {
      results.value = kept.results
      outcomes.value = new Map(kept.byHand)
    })
    const reply = await greet(wire)
    if (kept.at === "reloading") {
      const echo = await wire.ask("bridge.echo", { text: "again" })
      const wrong = asObject(reply?.result).version !== 1 || asObject(echo?.result).text !== "again"
      add({
        ...afterReload,
        outcome: verdict(wrong && `There was ${replyText(reply)}, then ${replyText(echo)}.`),
      })
    }
    state.value = "done"
    keep("done")
  }

  const begin = async (wire: RawWire) => {
    state.value = "running"
    await runChecks({
      wire,
      transport: found.peek().transport,
      randomId,
      childFrame: options.childFrame,
      done: add,
    })
    if (results.peek()[0]?.outcome.state !== "pass") {
      add({ ...afterReload, outcome: notRun("There was no handshake.") })
      state.value = "done"
      return
    }
    state.value = "reloading"
    keep("reloading")
    // Its answer is for a page that will be gone.
    void wire.ask("bridge.echo", { text: "for the earlier page" })
    options.reload()
  }

  return {
    state,
    found,
    results,
    byHand: computed(() =>
      handChecks.map((check) => {
        const closed = check.grant !== undefined && granted.value[check.grant] !== true
        const outcome = outcomes.value.get(check.id) ?? (closed ? notGranted : notRun(check.todo))
        return { id: check.id, rule: check.rule, outcome, check }
      }),
    ),
    async start() {
      const transport = await options.findTransport()
      if (!transport) {
        state.value = "alone"
        return
      }
      found.value = { transport: transport.name, host: "" }
      wire = rawWire({ transport, session: randomId(), after: options.after, limits })
      wire.onHostMessage(hear)
      const kept = readKept(memory.getItem(memoryKey))
      await (kept ? goOn(wire, kept) : begin(wire))
    },
    async startByHand({ id, start }) {
      if (!wire || !start) return
      if (id === "hand.close") settleLater(id, pass, fail("The page is still there."))
      const outcome = await start(wire)
      if (id !== "hand.close" || outcome.state === "fail") setOutcome(id, outcome)
    },
    again() {
      memory.removeItem(memoryKey)
      options.reload()
    },
  }
}

function readKept(text: string | null): Kept | null {
  try {
    return text === null ? null : (JSON.parse(text) as Kept)
  } catch {
    // Written by this page alone; what cannot be read is as good as nothing.
    return null
  }
}
