import { options } from "preact"
import type { Speech } from "../../../src/app/aloud/speech.ts"
import type { App } from "../../../src/app/createApp.ts"
import type { AppDeps } from "../../../src/app/deps.ts"
import { openWholeApp } from "../../../src/app/openWholeApp.ts"
import { localDraftStore } from "../../../src/app/state/draftStore.ts"
import type { KeyValue } from "../../../src/app/state/storage.ts"
import { failure } from "../../../src/bridge/failure.ts"
import type { Host, HostEvents } from "../../../src/bridge/host.ts"
import type { BridgeReason, IdentityRequest } from "../../../src/bridge/vocabulary.ts"
import type { Outcome } from "../../../src/client/contestApi.ts"
import type { TicketRequest } from "../../../src/contract/ticket.ts"
import { fakeHost } from "../../../src/gallery/fakeHost.ts"
import { fakeOutbox } from "../../../src/gallery/fakeOutbox.ts"
import { fakeService } from "../../../src/gallery/fakeService.ts"
import { midRound, sampleContest } from "../../../src/gallery/sampleContest.ts"

// Preact's own timer for effects looks for the window a while later, when a test file's is gone already.
options.requestAnimationFrame = queueMicrotask

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

/** The token of a person, marked so that a test finds it wherever it should not be. */
export const tokenOf = (person: string) =>
  `SECRET.${base64url({ iss: "host", sub: `sub-${person}`, name: `Nguyễn ${person}` })}.SIGNATURE`

export function memoryStorage(full = false): KeyValue & { values: Map<string, string> } {
  const values = new Map<string, string>()
  return {
    values,
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (full) throw new DOMException("full", "QuotaExceededError")
      values.set(key, value)
    },
    removeItem: (key) => void values.delete(key),
  }
}

/** A phone with a host whose citizen the test changes, and a service that knows each by their token. */
export function phone(
  storage: KeyValue | null = memoryStorage(),
  speech?: Speech,
  /** Sealed entries last only as long as the page. */
  forgetful = false,
) {
  let person: string | null = "Hoa"
  let epoch = 1
  let givesTokens = true
  let expiresAt = "2100-01-01T00:00:00Z"
  let skewMs = 0
  const listeners: { event: keyof HostEvents; listener: (value: never) => void }[] = []
  const context = {
    theme: "light",
    locale: "vi",
    fontScale: 1,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    reducedMotion: true,
    network: "online",
  } as const
  const asked: { interactive: boolean }[] = []
  const tickets: TicketRequest[] = []
  let refuses: BridgeReason | null = null
  const requests: IdentityRequest[] = []
  const host: Host = {
    ...fakeHost({ kind: "hosted", signedIn: true, context, claims: {} }),
    identityState: () => ({ state: person ? "in" : "out", epoch }),
    async identity(request) {
      asked.push({ interactive: request.interactive })
      requests.push(request)
      if (refuses || !person || !givesTokens) return failure(refuses ?? "NOT_SIGNED_IN")
      return { ok: true, value: { token: tokenOf(person), expiresAt, epoch } }
    },
    on(event, listener) {
      listeners.push({ event, listener: listener as (value: never) => void })
      return () => undefined
    },
  }
  const plain = fakeService({ contest: sampleContest([1]), now: midRound, entries: [] })
  const api: Awaited<AppDeps["api"]> = {
    ...plain,
    async ticket(contest, round, token, request) {
      tickets.push(request)
      const answer = await plain.ticket(contest, round, token, request)
      // Tells the persons apart and says nothing about them, as the service's pseudonyms do.
      const sub = `owner-${token.length}`
      const ticket = `.${base64url({ sub })}.`
      return answer.ok ? { ...answer, value: { ...answer.value, ticket } } : answer
    },
  }
  const outbox = fakeOutbox([], false, forgetful)

  /** The page is opened (again) on this phone. */
  function open(): App {
    history.replaceState(null, "", "#/")
    const app = openWholeApp({
      config: Promise.resolve({ api: "", contest: "gallery", hostOrigins: [], allowLoopbackHosts: false }),
      host: Promise.resolve(host),
      api: Promise.resolve(api),
      outbox: Promise.resolve(outbox),
      drafts: localDraftStore(storage),
      storage,
      audience: Promise.resolve("app"),
      phoneNow: () => midRound + skewMs,
      after: () => () => undefined,
      random32: () => 7,
      sha256: async (text) => `hash(${text.length}:${text.at(-1)})`,
      restart: () => undefined,
      ...(speech && { speech }),
      window,
      root: document.documentElement,
    })
    void app.contest.reload()
    return app
  }

  return {
    open,
    api,
    asked,
    tickets,
    /** What the host was asked for, in full. */
    requests,
    /** From now on the host gives no token, for this reason; null: it does again. */
    refuse(reason: BridgeReason | null) {
      refuses = reason
    },
    /** Another account at the host, or nobody. */
    switchTo(next: string | null) {
      person = next
      epoch += 1
      for (const { event, listener } of listeners)
        if (event === "identity") (listener as (value: unknown) => void)(host.identityState())
    },
    /** From now on the phone's clock is so far ahead, and tokens end at this instant of the service's. */
    skewClock(aheadMs: number, tokensEndAt: string) {
      skewMs = aheadMs
      expiresAt = tokensEndAt
    },
    /** The host still says who is there, but cannot sign (no network). */
    stopTokens() {
      givesTokens = false
    },
  }
}

/** Lets everything that waits for nothing but itself happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
  await new Promise((resolve) => setTimeout(resolve, 0))
}

/** An answer of the service that nothing came. */
export const unreachable: Outcome<never> = {
  ok: false,
  problem: { code: "unreachable", retry: "same", detail: "" },
  serviceTime: null,
}
