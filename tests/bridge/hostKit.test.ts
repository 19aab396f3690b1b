import { afterEach, describe, expect, it } from "vitest"
import { failure } from "../../src/bridge/failure.ts"
import { redacted } from "../../src/bridge/hostKit/redact.ts"
import { serveMiniApp } from "../../src/bridge/hostKit/serveMiniApp.ts"
import type { Frame, Intercept } from "../../src/bridge/hostKit/tap.ts"
import { context, openSession, type Session, serveOptions, token } from "./support/session.ts"
import { quiet, until } from "./support/surroundings.ts"
import { objectWorld } from "./support/worlds.ts"

const request = { audience: "hue-s-contest", scope: ["name"], interactive: false } as const

let session: Session | undefined
async function open(...rest: Parameters<typeof openSession> extends [unknown, ...infer R] ? R : never) {
  session = await openSession(objectWorld(), ...rest)
  return session
}
afterEach(() => {
  session?.end()
  session = undefined
})

/** An interceptor that does something else with one kind of frame and passes on the rest. */
function at(method: string, kind: Frame["kind"], nth: number, act: Intercept): Intercept {
  return (frame, wire) => {
    if (frame.method === method && frame.kind === kind && frame.nth === nth) act(frame, wire)
    else wire[frame.direction](frame.data)
  }
}

describe("a fault injected between host and app", () => {
  it("can answer the second identity.get, and only that, with 1001", async () => {
    const { host } = await open({
      intercept: at("identity.get", "request", 2, ({ data }, wire) => {
        const { id } = data as { id: string }
        wire.toApp({ jsonrpc: "2.0", id, error: { code: 1001, message: "" } })
      }),
    })
    expect(await host.identity(request)).toMatchObject({ ok: true })
    expect(await host.identity(request)).toMatchObject({ error: { reason: "USER_DENIED" } })
    expect(await host.identity(request)).toMatchObject({ ok: true })
  })

  it("may lose the answer: the app's time runs out, and the token that comes late is not delivered", async () => {
    const held: (() => void)[] = []
    const { host, surroundings, appLog } = await open({
      intercept: at("identity.get", "reply", 1, ({ data }, wire) => held.push(() => wire.toApp(data))),
    })
    const asked = host.identity(request)
    await until(() => held.length === 1)
    surroundings.clock.advance(5000)
    expect(await asked).toMatchObject({ error: { reason: "TIMEOUT" } })
    held[0]?.()
    await until(() => appLog.some(({ note }) => note === "late"))
    expect(appLog.map(({ note }) => note).slice(-2)).toEqual(["TIMEOUT", "late"])
  })

  it("may deliver twice: requests are done once, answers taken once", async () => {
    let done = 0
    const { host, app, appLog } = await open({
      handlers: { identity: () => failure("NOT_SIGNED_IN"), close: () => done++ },
      intercept(frame, wire) {
        wire[frame.direction](frame.data)
        wire[frame.direction](frame.data)
      },
    })
    let backs = 0
    host.onBack(() => ++backs > 0)
    expect(await host.close("twice")).toEqual({ ok: true, value: {} })
    expect(await app.back()).toBe(true)
    await quiet()
    expect([done, backs]).toEqual([1, 1])
    expect(appLog.map(({ note }) => note)).toContain("doubled")
  })

  it("may reorder news: the older epoch does not win", async () => {
    const held: (() => void)[] = []
    const { host, app } = await open({
      intercept: at("host.identity", "notice", 1, ({ data }, wire) => held.push(() => wire.toApp(data))),
    })
    app.setIdentity("out")
    app.setIdentity("in")
    held[0]?.()
    await quiet()
    expect(host.identityState()).toEqual({ state: "in", epoch: 5 })
  })

  it("may send what is no message: it is dropped and logged on both sides", async () => {
    const { host, appLog, hostLog } = await open({
      intercept: at("bridge.echo", "reply", 1, (frame, wire) => {
        wire.toApp('{"jsonrpc":"2.0","result":')
        wire.toApp(frame.data)
      }),
    })
    expect(await host.echo("x")).toEqual({ ok: true, value: "x" })
    expect(appLog.map(({ note }) => note)).toContain("malformed")
    expect(hostLog).toContainEqual(
      expect.objectContaining({ kind: "malformed", direction: "toApp", message: null }),
    )
  })
})

describe("the host's log", () => {
  it("shows every message both ways, with its method", async () => {
    const { host, app, hostLog } = await open()
    await host.echo("xin chào")
    app.setContext({ theme: "light" })
    await quiet()
    expect(hostLog.map(({ direction, kind, method }) => [direction, kind, method])).toEqual([
      ["toHost", "request", "bridge.hello"],
      ["toApp", "reply", null],
      ["toHost", "request", "bridge.echo"],
      ["toApp", "reply", null],
      ["toApp", "notice", "host.context"],
    ])
    expect(hostLog[2]?.message).toMatchObject({ params: { text: "xin chào" } })
  })

  it.each([
    [{ result: { token: "short" } }, { result: { token: "[token]" } }],
    [{ idToken: { a: 1 } }, { idToken: "[token]" }],
    [{ text: `x ${token.token} y` }, { text: "x [token] y" }],
    [{ text: `Bearer.${token.token}` }, { text: "[token]" }],
    [
      { url: "https://dichvucong.thuathienhue.gov.vn/a.b.c" },
      { url: "https://dichvucong.thuathienhue.gov.vn/a.b.c" },
    ],
    [undefined, null],
  ])("redacts %j", (message, expected) => {
    expect(redacted(message)).toEqual(expected)
  })
})

describe("the host's end", () => {
  it("drops its splash once: at the first paint, or by itself after 8 s", async () => {
    for (const paints of [true, false]) {
      let drops = 0
      const handlers = { identity: () => failure("NOT_SIGNED_IN"), ready: () => drops++ }
      const { host, hostClock, end } = await openSession(objectWorld(), { handlers })
      if (paints) host.ready()
      await quiet()
      hostClock.advance(7999)
      expect(drops).toBe(paints ? 1 : 0)
      hostClock.advance(1)
      host.ready()
      await quiet()
      expect(drops).toBe(1)
      end()
    }
  })

  it("keeps an interactive call alive with signs of progress", async () => {
    let finish = () => {}
    let progress = () => {}
    const { host, surroundings } = await open({
      handlers: {
        identity: (_, call) => {
          progress = call.progress
          return new Promise((resolve) => {
            finish = () => resolve({ ok: true, value: token })
          })
        },
      },
    })
    const asked = host.identity({ ...request, interactive: true })
    await quiet()
    for (let count = 0; count < 5; count++) {
      surroundings.clock.advance(29_000)
      progress()
      await quiet()
    }
    finish()
    expect(await asked).toMatchObject({ ok: true })
  })

  it("answers HOST_FAULT when its own handler fails, and tells why to its own side only", async () => {
    const faults: unknown[] = []
    const { host, hostLog } = await open({
      onFault: (fault) => faults.push(fault),
      handlers: {
        async identity() {
          throw new Error("key store at /secret is locked")
        },
        back() {
          throw new Error("another")
        },
      },
    })
    host.back(true)
    expect(await host.identity(request)).toMatchObject({ error: { reason: "HOST_FAULT", code: 1300 } })
    expect(JSON.stringify(hostLog)).not.toContain("secret")
    expect(faults.map(String)).toEqual(["Error: another", "Error: key store at /secret is locked"])
  })

  it("gives no token for an epoch in which nobody is signed in", async () => {
    const { host, hostLog } = await open({ identity: { state: "out", epoch: 3 } })
    expect(await host.identity(request)).toMatchObject({ error: { reason: "IDENTITY_CHANGED" } })
    expect(hostLog.at(-1)?.message).toMatchObject({ error: { code: 1004 } })
  })

  it.each([
    ["of an epoch before", { state: "in", epoch: 3 }, 2],
    ["while nobody is signed in", { state: "out", epoch: 3 }, 3],
  ] as const)("may break that rule: the app refuses a token %s", async (_, identity, epoch) => {
    const { host } = await open({
      identity,
      intercept: at("identity.get", "request", 1, ({ data }, wire) => {
        const { id } = data as { id: string }
        wire.toApp({ jsonrpc: "2.0", id, result: { ...token, epoch } })
      }),
    })
    expect(await host.identity(request)).toMatchObject({ error: { reason: "IDENTITY_CHANGED" } })
    expect(host.identityState()).toEqual(identity)
  })

  it("refuses identity requests that are none", async () => {
    const { host } = await open()
    const odd = { audience: "hue-s-contest", scope: "name", interactive: "yes" } as never
    expect(await host.identity(odd)).toMatchObject({ error: { code: -32602 } })
  })

  it("keeps its store in what it is given, counted in bytes of names and values", async () => {
    const store = new Map([["entry", "kept"]])
    const { host } = await open({ store })
    expect(await host.storeGet("entry")).toEqual({ ok: true, value: "kept" })
    // 3 bytes a letter: 10,920 of them and the names make 32,766.
    expect(await host.storeSet("ế", "ế".repeat(10_918))).toEqual({ ok: true, value: {} })
    expect(await host.storeSet("b", "12")).toMatchObject({ error: { reason: "TOO_LARGE" } })
    expect(await host.storeSet("b", "")).toEqual({ ok: true, value: {} })
    expect([...store.keys()]).toEqual(["entry", "ế", "b"])
  })

  it("answers TOO_LARGE instead of a message over 64 KiB", async () => {
    const { host } = await open({
      handlers: { identity: () => ({ ok: true, value: { ...token, token: "x".repeat(70_000) } }) },
    })
    expect(await host.identity(request)).toMatchObject({ error: { reason: "TOO_LARGE" } })
  })

  it("tells of changed members only, and of nothing that is not valid", async () => {
    const { host, app, hostLog } = await open()
    app.setContext({ ...context, fontScale: 2 })
    app.setContext({ fontScale: 99, theme: "pink" as "dark" })
    await quiet()
    const news = hostLog.filter(({ method }) => method === "host.context")
    expect(news.map(({ message }) => (message as { params: unknown }).params)).toEqual([{ fontScale: 2 }])
    expect(host.context()).toEqual({ ...context, fontScale: 2 })
  })

  it("says nothing and goes back itself before any app has shaken hands", async () => {
    const log: unknown[] = []
    const app = serveMiniApp(serveOptions(objectWorld(), { log: (line) => log.push(line) }))
    app.setContext({ theme: "light" })
    app.setIdentity("out")
    app.setVisibility("hidden")
    expect([await app.back(), await app.teardown(100), app.connected()]).toEqual([false, false, false])
    expect(log).toEqual([])
    app.destroy()
  })

  it("gives up on an app that does not finish before the deadline", async () => {
    const { host, app, hostClock } = await open()
    host.onTeardown(() => new Promise(() => {}))
    const done = app.teardown(500)
    await quiet()
    hostClock.advance(500)
    expect(await done).toBe(false)
  })
})

it("time of a call stands still while the host says that the app is hidden", async () => {
  const { host, app, surroundings } = await open({ handlers: { identity: () => new Promise(() => {}) } })
  const asked = host.identity(request)
  app.setVisibility("hidden")
  await quiet()
  surroundings.clock.advance(600_000)
  app.setVisibility("visible")
  await quiet()
  surroundings.clock.advance(4999)
  let settled = false
  void asked.finally(() => {
    settled = true
  })
  await quiet()
  expect(settled).toBe(false)
  surroundings.clock.advance(1)
  expect(await asked).toMatchObject({ error: { reason: "TIMEOUT" } })
})
