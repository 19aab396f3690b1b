import { afterEach, describe, expect, it } from "vitest"
import { type ConnectOptions, connectHost } from "../../src/bridge/connectHost.ts"
import type { Host } from "../../src/bridge/host.ts"
import { iframeEndpoint } from "../../src/bridge/hostKit/iframeEndpoint.ts"
import type { MiniApp } from "../../src/bridge/hostKit/serveMiniApp.ts"
import { serveMiniApp } from "../../src/bridge/hostKit/serveMiniApp.ts"
import type { BridgeLogLine } from "../../src/bridge/log.ts"
import { mayEmbed } from "../../src/bridge/transports/iframe.ts"
import { fakeWindow } from "./support/fakeWindow.ts"
import { connectOptions, serveOptions } from "./support/session.ts"
import { type FakeSurroundings, fakeSurroundings, quiet } from "./support/surroundings.ts"
import { appOrigin, hostOrigin, iframeWorld } from "./support/worlds.ts"

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function start(world = iframeWorld(), rules: Partial<ConnectOptions> = {}) {
  const log: BridgeLogLine[] = []
  const surroundings: FakeSurroundings = fakeSurroundings(world.window)
  const options = connectOptions(world, { ...surroundings, log: (line) => log.push(line), ...rules })
  const done: Promise<Host> = connectHost(options)
  void done.then((host) => ends.push(() => host.destroy()))
  return { ...surroundings, done, log, notes: () => log.map(({ note }) => note) }
}

function serve(world: ReturnType<typeof iframeWorld>): MiniApp {
  const app = serveMiniApp(serveOptions(world))
  ends.push(() => app.destroy())
  return app
}

describe("which pages may embed the app", () => {
  const listed = [
    hostOrigin,
    "http://localhost:5173",
    "http://127.0.0.1",
    "http://[::1]:80",
    "http://ward.example",
    "null",
    "*",
  ]
  it.each([
    [hostOrigin, false, true],
    [`${hostOrigin}/`, false, false],
    [`${hostOrigin}:8443`, false, false],
    ["https://WARD.example", false, false],
    ["https://ward.example.evil.example", false, false],
    ["https://evil-ward.example", false, false],
    ["http://ward.example", true, false],
    ["null", true, false],
    ["*", true, false],
    ["", true, false],
    ["http://localhost:5173", false, false],
    ["http://localhost:5173", true, true],
    ["http://127.0.0.1", true, true],
    ["http://[::1]:80", true, false],
    ["http://localhost:5174", true, false],
    ["http://localhost.evil.example", true, false],
  ])("%s (loopback allowed: %s): %s", (origin, allowLoopbackHttp, expected) => {
    expect(mayEmbed(origin, { hostOrigins: listed, allowLoopbackHttp })).toBe(expected)
  })
})

describe("the app in a frame", () => {
  it("says one empty word to whoever is around, and nothing more to an unlisted page", async () => {
    const world = iframeWorld()
    const said: unknown[] = []
    world.window.parent = { postMessage: (data: unknown, target: string) => said.push([data, target]) }
    const { clock, done } = start(world)
    clock.advance(1500)
    expect((await done).kind).toBe("standalone")
    expect(new Set(said.map((word) => JSON.stringify(word)))).toEqual(new Set(['["hues:syn","*"]']))
    expect(world.window.listening("message")).toBe(0)
  })

  it("refuses a page whose origin is not listed", async () => {
    const world = iframeWorld({ app: appOrigin, host: "https://evil.example" })
    const app = serve(world)
    const { clock, done, notes } = start(world, { hostOrigins: [hostOrigin] })
    await quiet()
    clock.advance(1500)
    expect((await done).kind).toBe("standalone")
    expect(notes()).toContain("ORIGIN_REJECTED")
    expect(app.connected()).toBe(false)
  })

  it("takes loopback http in demo mode only", async () => {
    const host = "http://localhost:5173"
    for (const allowLoopbackHttp of [false, true]) {
      const world = iframeWorld({ app: appOrigin, host })
      serve(world)
      const { clock, done } = start(world, { allowLoopbackHttp })
      await quiet()
      clock.advance(1500)
      expect((await done).kind).toBe(allowLoopbackHttp ? "hosted" : "standalone")
    }
  })

  it("checks the source before the origin before the form", async () => {
    const world = iframeWorld()
    const { port1 } = new MessageChannel()
    ends.push(() => port1.close())
    const { clock, done, notes } = start(world)
    const { parent } = world.window
    const ports = [port1]
    const stranger = {}
    world.window.dispatch("message", { data: "hues:ack", origin: hostOrigin, source: stranger, ports })
    world.window.dispatch("message", { data: "hues:ack", origin: "null", source: parent, ports })
    world.window.dispatch("message", { data: "hues:ack", origin: hostOrigin, source: parent, ports: [] })
    world.window.dispatch("message", { data: "other", origin: hostOrigin, source: parent, ports })
    world.window.dispatch("message", { data: "hues:ack", origin: hostOrigin, source: null, ports })
    expect(notes()).toEqual(["source", "ORIGIN_REJECTED", "malformed", "malformed", "source"])
    clock.advance(1500)
    expect((await done).kind).toBe("standalone")
  })

  it("is pinned to the first valid answer", async () => {
    const world = iframeWorld()
    serve(world)
    const { done } = start(world)
    const host = await done
    const { port1, port2 } = new MessageChannel()
    const heard: unknown[] = []
    port1.onmessage = (event) => heard.push(event.data)
    ends.push(() => port1.close())
    const { parent } = world.window
    world.window.dispatch("message", { data: "hues:ack", origin: hostOrigin, source: parent, ports: [port2] })
    expect(await host.echo("x")).toEqual({ ok: true, value: "x" })
    expect(heard).toEqual([])
  })

  it("finds a host page that starts to listen a second late", async () => {
    const world = iframeWorld()
    world.endpoint.close()
    const { clock, done } = start(world)
    clock.advance(1000)
    serve({ ...world, endpoint: iframeEndpoint(world.frame, { appOrigin, window: world.hostPage }) })
    clock.advance(250)
    expect((await done).kind).toBe("hosted")
  })
})

describe("the page around it", () => {
  it("offers a port to its own frame of the right origin only", async () => {
    const hostPage = fakeWindow()
    const offered: unknown[] = []
    const frame = { contentWindow: { postMessage: (...args: unknown[]) => offered.push(args.slice(0, 2)) } }
    const refused: string[] = []
    const endpoint = iframeEndpoint(frame, {
      appOrigin,
      window: hostPage,
      refused: (check) => refused.push(check),
    })
    ends.push(() => endpoint.close())
    const source = frame.contentWindow
    hostPage.dispatch("message", { data: "hues:syn", origin: appOrigin, source: {} })
    hostPage.dispatch("message", { data: "hues:syn", origin: "null", source })
    hostPage.dispatch("message", { data: "hello", origin: appOrigin, source })
    expect([refused, offered]).toEqual([["source", "origin", "form"], []])
    hostPage.dispatch("message", { data: "hues:syn", origin: appOrigin, source })
    expect(offered).toEqual([["hues:ack", appOrigin]])
    frame.contentWindow = null as never
    hostPage.dispatch("message", { data: "hues:syn", origin: appOrigin, source: null })
    expect(refused).toHaveLength(4)
  })

  it.each([
    "*",
    "null",
    "",
    "https://app.example/",
    "https://app.example/path",
  ])("is not built for %j, which is no origin", (origin) => {
    expect(() =>
      iframeEndpoint({ contentWindow: null }, { appOrigin: origin, window: fakeWindow() }),
    ).toThrow(TypeError)
  })

  it("serves the app again after a reload, on a new port", async () => {
    const world = iframeWorld()
    const app = serve(world)
    const first = await start(world).done
    const second = await start(world, { randomId: () => "c".repeat(32) }).done
    expect(await second.echo("x")).toEqual({ ok: true, value: "x" })
    second.onBack(() => true)
    expect(await app.back()).toBe(true)
    expect(first.kind).toBe("hosted")
  })
})
