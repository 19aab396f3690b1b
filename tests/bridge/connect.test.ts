import { describe, expect, it } from "vitest"
import { connectHost } from "../../src/bridge/connectHost.ts"
import type { Host } from "../../src/bridge/host.ts"
import { offerPort } from "../../src/bridge/hostKit/offerPort.ts"
import { portEndpoint } from "../../src/bridge/hostKit/portEndpoint.ts"
import { serveMiniApp } from "../../src/bridge/hostKit/serveMiniApp.ts"
import type { Intercept } from "../../src/bridge/hostKit/tap.ts"
import type { BridgeLogLine } from "../../src/bridge/log.ts"
import { fakeWindow } from "./support/fakeWindow.ts"
import { connectOptions, openSession, serveOptions } from "./support/session.ts"
import { fakeSurroundings, quiet, until } from "./support/surroundings.ts"
import { objectWorld } from "./support/worlds.ts"

/** Starts to connect and tells when it is done. */
function connecting(world = { window: fakeWindow(), hostOrigins: [] as readonly string[] }) {
  const surroundings = fakeSurroundings(world.window)
  const log: BridgeLogLine[] = []
  const state: { host: Host | null } = { host: null }
  const options = connectOptions({ ...world, endpoint: undefined as never }, surroundings)
  const done = connectHost({ ...options, log: (line) => log.push(line) }).then((host) => {
    state.host = host
    return host
  })
  return { ...surroundings, state, done, log }
}

describe("with nobody there", () => {
  it("stands alone after 1.5 s of looking", async () => {
    const { clock, state, done, log } = connecting()
    clock.advance(1499)
    await quiet()
    expect(state.host).toBeNull()
    clock.advance(1)
    expect((await done).kind).toBe("standalone")
    expect(log.map(({ note }) => note)).toEqual(["standalone"])
    expect(clock.waiting()).toBe(0)
  })

  it("does not count the time in which the page is hidden", async () => {
    const { clock, state, done, setHidden } = connecting()
    clock.advance(1000)
    setHidden(true)
    clock.advance(60_000)
    await quiet()
    expect(state.host).toBeNull()
    setHidden(false)
    clock.advance(500)
    expect((await done).kind).toBe("standalone")
  })

  it("is signed out, grants nothing, and answers everything", async () => {
    const window = Object.assign(fakeWindow(), {
      matchMedia: (query: string) => ({ matches: query.includes("dark") }),
      navigator: { language: "vi-VN" },
    })
    const { clock, done } = connecting({ window, hostOrigins: [] })
    clock.advance(1500)
    const host = await done
    expect(host.identityState()).toEqual({ state: "out", epoch: 0 })
    expect(host.context()).toMatchObject({
      theme: "dark",
      locale: "vi-VN",
      fontScale: 1,
      reducedMotion: false,
    })
    expect([host.can("store"), host.can("share"), host.name, host.now]).toEqual([false, false, "", null])
    const reasons = await Promise.all([
      host.identity({ audience: "a", scope: [], interactive: true }),
      host.share({ title: "", text: "", url: "" }),
      host.storeGet("k"),
      host.storeSet("k", "v"),
      host.close("done"),
      host.open("https://a.example", "browser"),
      host.echo("x"),
    ])
    expect(reasons.map((answer) => !answer.ok && answer.error.reason)).toEqual([
      "NOT_SIGNED_IN",
      "NOT_GRANTED",
      "NOT_GRANTED",
      "NOT_GRANTED",
      "HOST_GONE",
      "HOST_GONE",
      "HOST_GONE",
    ])
    host.ready()
    host.back(true)
    host.destroy()
  })

  it("still tells when the page is hidden and seen", async () => {
    const { clock, done, setHidden } = connecting()
    clock.advance(1500)
    const host = await done
    const heard: string[] = []
    host.on("visibility", (state) => heard.push(state))
    setHidden(true)
    setHidden(false)
    expect(heard).toEqual(["hidden", "visible"])
  })
})

describe("the handshake", () => {
  const dropping =
    (count: number): Intercept =>
    (frame, wire) => {
      if (frame.method === "bridge.hello" && frame.kind === "request" && frame.nth <= count) return
      wire[frame.direction](frame.data)
    }

  it("is tried a second time after 2 s without an answer", async () => {
    const world = objectWorld()
    const app = serveMiniApp(serveOptions(world, { intercept: dropping(1) }))
    const { clock, done } = connecting(world)
    await until(() => clock.waiting() > 0)
    clock.advance(2000)
    const host = await done
    expect(host.kind).toBe("hosted")
    host.destroy()
    app.destroy()
  })

  it("is given up after the second time: the app stands alone", async () => {
    const world = objectWorld()
    const app = serveMiniApp(serveOptions(world, { intercept: dropping(2) }))
    const { clock, done, state } = connecting(world)
    await quiet()
    clock.advance(2000)
    await quiet()
    clock.advance(1999)
    await quiet()
    expect(state.host).toBeNull()
    clock.advance(1)
    expect((await done).kind).toBe("standalone")
    app.destroy()
  })

  it.each([
    ["only older versions", [0]],
    ["only newer versions", [2, 3]],
  ])("with a host of %s leads to standalone at once", async (_, versions) => {
    const world = objectWorld()
    const app = serveMiniApp(serveOptions(world, { versions }))
    const { done } = connecting(world)
    expect((await done).kind).toBe("standalone")
    app.destroy()
  })

  it("with a newer host settles on the highest common version", async () => {
    const session = await openSession(objectWorld(), { versions: [3, 2, 1] })
    expect(session.host.kind).toBe("hosted")
    const reply = session.hostLog.find(({ kind }) => kind === "reply")
    expect(reply?.message).toMatchObject({ result: { version: 1 } })
    session.end()
  })

  it.each([
    ["nothing but a version", { version: 1 }],
    [
      "nonsense",
      { version: 1, host: 7, grants: [], context: "x", identity: { state: "in" }, now: 1, launch: null },
    ],
  ])("takes %s for a host that says nothing: defaults, signed out, nothing granted", async (_, result) => {
    const session = await openSession(objectWorld(), {
      intercept(frame, wire) {
        const { id } = frame.data as { id: string }
        if (frame.kind === "request") wire.toApp({ jsonrpc: "2.0", id, result })
      },
    })
    expect(session.host.kind).toBe("hosted")
    expect(session.host.identityState()).toEqual({ state: "out", epoch: 0 })
    expect(session.host.context()).toMatchObject({ theme: "light", locale: "vi", fontScale: 1 })
    expect(session.host.can("store")).toBe(false)
    session.end()
  })

  it("keeps news that overtook its answer", async () => {
    const session = await openSession(objectWorld(), {
      intercept(frame, wire) {
        if (frame.kind === "reply") {
          const params = { state: "out", epoch: 9 }
          wire.toApp({ jsonrpc: "2.0", method: "host.identity", params })
        }
        wire[frame.direction](frame.data)
      },
    })
    expect(session.host.identityState()).toEqual({ state: "out", epoch: 9 })
    session.end()
  })
})

describe("connecting never fails", () => {
  it("when a global of the host throws", async () => {
    const window = fakeWindow()
    Object.defineProperty(window, "__huesTransport", {
      get() {
        throw new Error("a broken webview")
      },
    })
    const { done } = connecting({ window, hostOrigins: [] })
    expect((await done).kind).toBe("standalone")
  })

  it("when the log throws, and a listener throws, and the host talks nonsense", async () => {
    const world = objectWorld()
    const session = await openSession(
      world,
      {},
      {
        log: () => {
          throw new Error("a broken log")
        },
      },
    )
    const heard: unknown[] = []
    session.host.on("context", () => {
      throw new Error("a broken listener")
    })
    session.host.on("context", ({ theme }) => heard.push(theme))
    session.app.setContext({ theme: "light" })
    await until(() => heard.length > 0)
    expect(await session.host.echo("x")).toEqual({ ok: true, value: "x" })
    session.end()
  })
})

it("finds an object that is put into the page a second late", async () => {
  const { window, clock, done } = connecting()
  clock.advance(1000)
  const { port1, port2 } = new MessageChannel()
  offerPort(window, port2)
  const app = serveMiniApp(serveOptions({ window, hostOrigins: [], endpoint: portEndpoint(port1) }))
  clock.advance(50)
  const host = await done
  expect(host.kind).toBe("hosted")
  host.destroy()
  app.destroy()
})

it("takes no object from the page around a frame", async () => {
  const { window } = objectWorld()
  window.parent = { postMessage() {} }
  const { clock, done } = connecting({ window, hostOrigins: [] })
  clock.advance(1500)
  expect((await done).kind).toBe("standalone")
})

it("after a reload, answers meant for the page before are not delivered", async () => {
  const world = objectWorld()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { window } = world
  const app = serveMiniApp(
    serveOptions(world, {
      intercept(frame, wire) {
        if (frame.kind === "reply" && frame.method === "bridge.echo")
          void held.then(() => wire.toApp(frame.data))
        else wire[frame.direction](frame.data)
      },
    }),
  )
  const first = await connectHost(connectOptions(world))
  void first.echo("of the first page")
  const log: BridgeLogLine[] = []
  const second = await connectHost(
    connectOptions(world, { window, randomId: () => "c".repeat(32), log: (line) => log.push(line) }),
  )
  const asked = second.echo("of the second page")
  release()
  expect(await asked).toEqual({ ok: true, value: "of the second page" })
  expect(log.map(({ note }) => note)).toContain("late")
  first.destroy()
  app.destroy()
})

it("a host refuses what an earlier page asks, and what comes before the handshake", async () => {
  const world = objectWorld()
  const replies: unknown[] = []
  const app = serveMiniApp(
    serveOptions(world, {
      intercept(frame, wire) {
        if (frame.direction === "toApp") replies.push(JSON.parse(String(frame.data)))
        else wire[frame.direction](frame.data)
      },
    }),
  )
  const object = (world.window as unknown as { __huesTransport: { post(text: string): void } })
    .__huesTransport
  object.post(JSON.stringify({ jsonrpc: "2.0", id: "old-1", method: "bridge.echo", params: { text: "x" } }))
  await until(() => replies.length > 0)
  expect(replies).toMatchObject([{ id: "old-1", error: { code: 1103, data: { reason: "STALE_SESSION" } } }])
  app.destroy()
})
