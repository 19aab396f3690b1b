import fc from "fast-check"
import { expect, it } from "vitest"
import { connectHost } from "../../src/bridge/connectHost.ts"
import type { BridgeLogLine } from "../../src/bridge/log.ts"
import { hostMethods } from "../../src/bridge/methods.ts"
import type { Answer } from "../../src/bridge/vocabulary.ts"
import { fakeWindow } from "./support/fakeWindow.ts"
import { dice, mutated } from "./support/mutate.ts"
import { connectOptions, context, token } from "./support/session.ts"
import { fakeSurroundings } from "./support/surroundings.ts"

const rounds = 1000
const messagesPerRound = 100

const session = "a".repeat(31)
const appMethods = [
  "app.back",
  "app.teardown",
  "host.context",
  "host.visibility",
  "host.identity",
  "$/progress",
]
const spoken = new Set<unknown>([
  ...hostMethods,
  ...appMethods,
  "bridge.ready",
  "ui.back",
  "object",
  undefined,
])
const eventNames = ["context", "visibility", "identity", "reachable"] as const

/** Every run of twelve letters of the token: a log that holds none of them holds nothing of use to a thief. */
const pieces = Array.from({ length: token.token.length - 11 }, (_, at) => token.token.slice(at, at + 12))

function leaks(value: unknown): boolean {
  const text = JSON.stringify(value) ?? ""
  return pieces.some((piece) => text.includes(piece))
}

/** An app that has shaken hands and waits for a token, an echo and a string of the store. */
async function waitingApp() {
  const window = fakeWindow()
  const { clock, visibility } = fakeSurroundings()
  const log: BridgeLogLine[] = []
  let deliver: (data: unknown) => void = () => {}
  const sent: string[] = []
  const hello = {
    version: 1,
    host: { name: "Hue-S" },
    grants: { store: true },
    context,
    identity: { state: "in", epoch: 3 },
  }
  Object.assign(window, {
    __huesTransport: {
      post(text: string) {
        const { id, method } = JSON.parse(text)
        if (method === "bridge.hello") deliver({ jsonrpc: "2.0", id, result: hello })
        else sent.push(text)
      },
      subscribe(listener: (data: unknown) => void) {
        deliver = listener
      },
    },
  })
  const world = { window, hostOrigins: [], endpoint: undefined as never }
  const randomId = () => session
  const host = await connectHost(
    connectOptions(world, { clock, visibility, randomId, log: (line) => log.push(line) }),
  )
  const heard: unknown[] = []
  const answers: Answer<unknown>[] = []
  for (const name of eventNames) host.on(name, (value) => heard.push([name, value]))
  host.onBack(() => heard.push("back") > 0)
  host.onTeardown((deadlineMs) => void heard.push(["teardown", deadlineMs]))
  const request = { audience: "hue-s-contest", scope: ["name"], interactive: true } as const
  for (const asked of [host.identity(request), host.echo("x"), host.storeGet("entry")])
    void asked.then((answer) => answers.push(answer))
  return { host, log, heard, answers, sent, arrive: (data: unknown) => deliver(data) }
}

/** What a host would say at this point: to this page, to an earlier one, and as news. */
const originals: readonly object[] = [
  { jsonrpc: "2.0", id: `${session}-2`, result: token },
  { jsonrpc: "2.0", id: `${session}-3`, result: { text: token.token } },
  {
    jsonrpc: "2.0",
    id: `${session}-4`,
    error: { code: 1001, message: token.token, data: { reason: token.token } },
  },
  { jsonrpc: "2.0", id: "of-an-earlier-page-2", result: token },
  { jsonrpc: "2.0", id: "h-1", method: "app.back", params: {} },
  { jsonrpc: "2.0", id: "h-2", method: "app.teardown", params: { deadlineMs: 500 } },
  { jsonrpc: "2.0", method: "host.context", params: { ...context, fontScale: 2 } },
  { jsonrpc: "2.0", method: "host.identity", params: { state: "out", epoch: 4 } },
  { jsonrpc: "2.0", method: "host.visibility", params: { state: "hidden" } },
  { jsonrpc: "2.0", method: "$/progress", params: { id: `${session}-2`, token: token.token } },
]

const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  Number.NaN,
  "",
  "x",
  [],
  {},
  token.token,
  "__proto__",
  "constructor",
  "toString",
  { toString: null },
  { length: 1 },
  [[[[]]]],
  { result: token },
  `${session}-2`,
  `${session}-99`,
  "-32601",
  4.5,
  10n,
  Symbol.iterator,
  () => {},
  undefined,
  new Map([[1, 2]]),
  new Uint8Array(3),
  JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`),
]

/** Whether a mutated message is one that a host may still say to this page: then it may have its effect. */
function isStillSaid(data: unknown): boolean {
  try {
    const { jsonrpc, id, method } = JSON.parse(typeof data === "string" ? data : JSON.stringify(data))
    return jsonrpc === "2.0" && (appMethods.includes(method) || String(id).startsWith(session))
  } catch {
    return false
  }
}

it(`bears ${rounds * messagesPerRound} mutated messages: no exception, no change by what is not meant for it, no token in a log or error`, async () => {
  let harmless = 0
  const claim = fc.asyncProperty(fc.integer(), async (seed) => {
    const { host, log, heard, answers, sent, arrive } = await waitingApp()
    const random = dice(seed)
    for (let count = 0; count < messagesPerRound; count++) {
      const data = mutated(random.pick(originals), oddValues, random)
      const before = { state: snapshot(), heard: heard.length, answers: answers.length }
      arrive(data)
      // The turn belongs to the message: what it does later must not be blamed on the next one.
      await new Promise((resolve) => setImmediate(resolve))
      if (isStillSaid(data)) continue
      harmless++
      expect({ state: snapshot(), heard: heard.length, answers: answers.length }).toEqual(before)
    }
    await new Promise((resolve) => setImmediate(resolve))
    const { theme, fontScale, insets, locale } = host.context()
    expect(["light", "dark"]).toContain(theme)
    expect(fontScale >= 0.5 && fontScale <= 4).toBe(true)
    expect(Object.keys(insets)).toEqual(["top", "right", "bottom", "left"])
    expect(() => new Intl.NumberFormat(locale)).not.toThrow()
    expect(host.identityState().epoch).toBeGreaterThanOrEqual(3)
    for (const { about, id } of log) {
      expect(spoken.has(about) || eventNames.includes(about as never)).toBe(true)
      expect(id ?? `${session}-1`).toMatch(new RegExp(`^${session}-\\d+$`))
    }
    expect(leaks(log)).toBe(false)
    expect(answers.some((answer) => !answer.ok && leaks(answer.error))).toBe(false)
    expect(sent.map((text) => JSON.parse(text).error).some(leaks)).toBe(false)
    host.destroy()

    function snapshot() {
      return JSON.stringify([
        host.context(),
        host.identityState(),
        host.can("store"),
        host.can("share"),
        host.kind,
      ])
    }
  })
  await fc.assert(claim, { numRuns: rounds })
  // Most of the messages must be of the kind that the strict claim is about, or the test proves little.
  expect(harmless).toBeGreaterThan((rounds * messagesPerRound) / 3)
}, 60_000)
