import { describe, expect, it } from "vitest"
import { type ServeOptions, serveMiniApp } from "../../src/bridge/hostKit/serveMiniApp.ts"
import type { Intercept } from "../../src/bridge/hostKit/tap.ts"
import { miniAppId } from "../../src/contract/clientConfig.ts"
import type { ChildFrame } from "../../src/host/check/check.ts"
import { rawWire } from "../../src/host/check/rawWire.ts"
import { type CheckResult, runChecks } from "../../src/host/check/runChecks.ts"
import { serveOptions } from "../bridge/support/session.ts"
import { objectWorld } from "../bridge/support/worlds.ts"

const seconds = Date.parse("2024-11-01T08:00:00Z") / 1000
const claims = {
  iss: "urn:host",
  aud: miniAppId,
  sub: "pairwise-1",
  person: "person-1",
  jti: "one",
  account: "vneid",
  assurance: 2,
  iat: seconds,
  exp: seconds + 600,
}
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
const jws = (over: object = {}, header: object = { alg: "ES256" }) =>
  `${encoded(header)}.${encoded({ ...claims, ...over })}.c2lnbmF0dXJl`
const token = (over: object = {}) => ({
  token: jws(),
  expiresAt: "2024-11-01T08:10:00.000Z",
  epoch: 3,
  ...over,
})

/** A host with at most one thing wrong. `child`: what becomes of a frame in the page. */
type HostUnderTest = Partial<ServeOptions> & { child?: ChildFrame }

async function results({ child = "silent", ...over }: HostUnderTest = {}): Promise<CheckResult[]> {
  const world = objectWorld()
  const handlers = { identity: () => ({ ok: true as const, value: token() }), open: () => true }
  const app = serveMiniApp(serveOptions(world, { handlers, ...over }))
  const object = (
    world.window as unknown as {
      __huesTransport: { post(text: string): void; subscribe(l: (d: unknown) => void): void }
    }
  ).__huesTransport
  let pages = 0
  const randomId = () => String(++pages).padStart(32, "c")
  const wire = rawWire({
    transport: { name: "object", post: object.post, subscribe: object.subscribe, close() {} },
    session: randomId(),
    limits: { answerMs: 60, silenceMs: 10 },
    after(ms, run) {
      // Silence is what is waited for: however long, nothing more comes.
      const timer = setTimeout(run, Math.min(ms, 60))
      return () => clearTimeout(timer)
    },
  })
  const all = await runChecks({ wire, transport: "object", randomId, childFrame: async () => child })
  app.destroy()
  return all
}

const failed = (all: readonly CheckResult[]) =>
  all.filter(({ outcome }) => outcome.state === "fail").map(({ id }) => id)

/** A message of this test's own making, or of the kit's; texts that are none have no members. */
const objectOf = (data: unknown) =>
  typeof data === "string" && data.startsWith("{") ? JSON.parse(data) : data

/** Changes the results of one method. */
function changing(method: string, change: (result: Record<string, unknown>) => unknown): HostUnderTest {
  const intercept: Intercept = (frame, wire) => {
    const message = objectOf(frame.data)
    if (frame.kind === "reply" && frame.method === method && "result" in message)
      wire.toApp({ ...message, result: change(message.result) })
    else wire[frame.direction](frame.data)
  }
  return { intercept }
}

const echoing = (change: (text: string) => string) =>
  changing("bridge.echo", ({ text }) => ({ text: change(String(text)) }))

const identity = (over: object): HostUnderTest => ({
  handlers: { identity: () => ({ ok: true, value: token(over) }), open: () => true },
})

/** Answers a call in the host's place. */
function answering(
  method: string,
  reply: (call: { id: unknown; params: Record<string, unknown> }) => object | null,
): HostUnderTest {
  return {
    intercept(frame, wire) {
      const call = objectOf(frame.data)
      const own =
        frame.direction === "toHost" && frame.kind === "request" && frame.method === method && reply(call)
      if (own) wire.toApp({ jsonrpc: "2.0", id: call.id, ...own })
      else wire[frame.direction](frame.data)
    },
  }
}

const broken: readonly [what: string, rule: string, host: HostUnderTest][] = [
  ["names no platform", "hello.host", { host: { name: "Hue-S", version: "1", platform: "" } }],
  [
    "leaves out the insets",
    "hello.context",
    changing("bridge.hello", ({ context, ...rest }) => ({
      ...rest,
      context: { ...(context as object), insets: null },
    })),
  ],
  [
    "has no epoch",
    "hello.identity",
    changing("bridge.hello", (hello) => ({ ...hello, identity: { state: "in" } })),
  ],
  [
    "lists its grants",
    "hello.grants",
    changing("bridge.hello", (hello) => ({ ...hello, grants: ["store"] })),
  ],
  ["tells a local time", "hello.now", { now: () => "2024-11-01 15:00" }],
  [
    "takes any version",
    "hello.mismatch",
    answering("bridge.hello", ({ params }) =>
      String(params.versions) === "9999" ? { result: { version: 1 } } : null,
    ),
  ],
  ["composes letters", "echo.nfd", echoing((text) => text.normalize("NFC"))],
  [
    "decomposes letters",
    "echo.nfc",
    echoing((text) => (text.includes("Thừa") ? text.normalize("NFD") : text)),
  ],
  ["drops line separators", "echo.separators", echoing((text) => text.replace(/[\u2028\u2029]/g, ""))],
  ["escapes quotes", "echo.quotes", echoing((text) => text.replace(/"/g, "&quot;"))],
  [
    "loses what is outside of the basic plane",
    "echo.emoji",
    echoing((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, "?")),
  ],
  ["ends texts at NUL", "echo.control", echoing((text) => text.replace(/\0.*/s, ""))],
  ["cuts at 16 KiB", "echo.largest", echoing((text) => text.slice(0, 16_384))],
  [
    "leaves out the version of JSON-RPC",
    "rules.envelope",
    {
      intercept(frame, wire) {
        const { jsonrpc: _, ...rest } = objectOf(frame.data) ?? {}
        wire[frame.direction](frame.kind === "reply" ? rest : frame.data)
      },
    },
  ],
  ["knows every method", "rules.unknown-method", answering("check.nobody-knows", () => ({ result: null }))],
  [
    "forgives what is missing",
    "rules.params",
    answering("bridge.echo", ({ params }) => (params.text === undefined ? { result: {} } : null)),
  ],
  [
    "answers notifications",
    "rules.unknown-notice",
    {
      intercept(frame, wire) {
        if (frame.kind === "notice" && frame.direction === "toHost")
          wire.toApp({ jsonrpc: "2.0", id: null, result: null })
        wire[frame.direction](frame.data)
      },
    },
  ],
  [
    "answers what is no message",
    "rules.malformed",
    {
      intercept(frame, wire) {
        if (frame.kind === "malformed")
          wire.toApp({ jsonrpc: "2.0", id: null, error: { code: -32600, message: "?" } })
        else wire[frame.direction](frame.data)
      },
    },
  ],
  [
    "gives errors without a reason",
    "rules.errors",
    {
      intercept(frame, wire) {
        const message = objectOf(frame.data)
        if (message?.error) message.error = { code: message.error.code, message: "" }
        wire[frame.direction](message)
      },
    },
  ],
  [
    "serves what it did not grant",
    "rules.grants",
    { ...answering("share.open", () => ({ result: { shared: true } })), grants: ["store"] },
  ],
  ["runs scripts", "rules.addresses", answering("nav.open", () => ({ result: { opened: true } }))],
  [
    "answers twice",
    "rules.once",
    {
      intercept(frame, wire) {
        wire[frame.direction](frame.data)
        if (frame.kind === "reply" && frame.method === "store.get") wire.toApp(frame.data)
      },
    },
  ],
  [
    "hands out profiles",
    "identity.silent",
    answering("identity.get", ({ params }) =>
      params.audience === miniAppId ? { result: { name: "Hoa" } } : null,
    ),
  ],
  ["signs nothing", "identity.jws", identity({ token: jws({}, { alg: "none" }) })],
  ["leaves out the person", "identity.claims", identity({ token: jws({ person: undefined }) })],
  [
    "gives the citizen’s number away",
    "identity.pseudonym",
    identity({ token: jws({ sub: "046199012345" }) }),
  ],
  [
    "gives tokens for a day",
    "identity.life",
    identity({ token: jws({ exp: seconds + 86_400 }), expiresAt: "2024-11-02T08:00:00.000Z" }),
  ],
  ["names another epoch", "identity.epoch", changing("identity.get", (result) => ({ ...result, epoch: 9 }))],
  [
    "gives tokens for anybody",
    "identity.audience",
    answering("identity.get", ({ params }) => (params.audience === miniAppId ? null : { result: token() })),
  ],
  [
    "composes what it stores",
    "store.keeps",
    changing("store.get", ({ value }) => ({
      value: typeof value === "string" ? value.normalize("NFC") : value,
    })),
  ],
  [
    "has a text for what is missing",
    "store.missing",
    changing("store.get", ({ value }) => ({ value: value ?? undefined })),
  ],
  [
    "never removes",
    "store.removes",
    answering("store.set", ({ params }) => (params.value === null ? { result: {} } : null)),
  ],
  [
    "stores without limit",
    "store.limit",
    answering("store.set", ({ params }) => (String(params.value).length > 32_000 ? { result: {} } : null)),
  ],
  [
    "greets one page only",
    "pages.again",
    answering("bridge.hello", ({ params }) =>
      params.colour ? { error: { code: -32602, message: "" } } : null,
    ),
  ],
  [
    "serves earlier pages",
    "pages.stale",
    answering("bridge.echo", ({ id, params }) => (String(id).endsWith("-999") ? { result: params } : null)),
  ],
  ["answers any frame", "pages.child", { child: "answered" }],
]

describe("the bridge check", () => {
  it("finds nothing wrong with the host kit", async () => {
    const all = await results()
    expect(all.filter(({ outcome }) => outcome.state !== "pass")).toEqual([
      expect.objectContaining({
        id: "rules.grants",
        outcome: { state: "not run", why: "The host grants everything." },
      }),
    ])
    expect(all.length).toBeGreaterThan(35)
  })

  it("finds nothing wrong with a host that grants nothing, or where nobody is signed in", async () => {
    const closed = await results({ grants: [] })
    expect(failed(closed)).toEqual([])
    expect(closed.filter(({ outcome }) => outcome.state === "not granted").map(({ id }) => id)).toEqual([
      "store.keeps",
      "store.missing",
      "store.removes",
      "store.limit",
    ])
    const error = { reason: "NOT_SIGNED_IN" as const, code: 1002, message: "", retryable: false }
    const signedOut = await results({
      identity: { state: "out", epoch: 0 },
      handlers: { identity: () => ({ ok: false, error }), open: () => true },
    })
    expect(failed(signedOut)).toEqual([])
  })

  it.each(broken)("finds exactly what is wrong with a host that %s: %s", async (_, rule, host) => {
    expect(failed(await results(host))).toEqual([rule])
  })

  it("has a broken host for every rule", async () => {
    const all = await results()
    expect(all.map(({ id }) => id).filter((id) => !broken.some(([, rule]) => rule === id))).toEqual([
      "hello.answered",
    ])
  })

  it("says of a silent host that it is silent, and of the rest that it was not run", async () => {
    const all = await results({ intercept() {} })
    expect(failed(all)).toEqual(["hello.answered"])
    expect(all.filter(({ outcome }) => outcome.state === "not run")).toHaveLength(all.length - 1)
  })
})
