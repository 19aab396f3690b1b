import { describe, expect, it } from "vitest"
import { connectHost } from "../../src/bridge/connectHost.ts"
import { receiveScript } from "../../src/bridge/hostKit/nativeEndpoint.ts"
import { serveMiniApp } from "../../src/bridge/hostKit/serveMiniApp.ts"
import type { BridgeLogLine } from "../../src/bridge/log.ts"
import { globalsOf } from "../../src/bridge/surroundings.ts"
import type { Transport } from "../../src/bridge/transport.ts"
import { android } from "../../src/bridge/transports/android.ts"
import { flutter, flutterReadyEvent } from "../../src/bridge/transports/flutter.ts"
import { ios } from "../../src/bridge/transports/ios.ts"
import { reactNative } from "../../src/bridge/transports/reactNative.ts"
import { fakeWindow } from "./support/fakeWindow.ts"
import { connectOptions, openSession, serveOptions } from "./support/session.ts"
import { fakeSurroundings, quiet } from "./support/surroundings.ts"
import { androidListenerWorld, flutterWorld, runScript, type World } from "./support/webviews.ts"

const nothing = { postMessage: () => undefined }

/** What is found first in a window with these globals. */
async function foundIn(globals: object): Promise<string | undefined> {
  const window = Object.assign(fakeWindow(), globals)
  const log: BridgeLogLine[] = []
  const { clock, visibility, randomId } = fakeSurroundings()
  const world = { window, hostOrigins: [], endpoint: undefined as never }
  const parts = { clock, visibility, randomId, log: (line: BridgeLogLine) => log.push(line) }
  const done = connectHost(connectOptions(world, parts))
  for (let round = 0; round < 4; round++) {
    clock.advance(2000)
    await quiet()
  }
  expect((await done).kind).toBe("standalone")
  return log.find(({ note }) => note === "found")?.about
}

describe("the order of the ways to a host", () => {
  const order: [string, object][] = [
    ["object", { __huesTransport: { post() {}, subscribe() {} } }],
    ["flutter", { flutter_inappwebview: { callHandler: async () => null } }],
    ["react-native", { ReactNativeWebView: nothing }],
    ["ios", { webkit: { messageHandlers: { hues: nothing } } }],
    ["android-listener", { hues: { ...nothing, addEventListener() {} } }],
  ]
  it.each(
    order.map(([name], index) => [name, index] as const),
  )("prefers %s to all that follow", async (name, index) => {
    const globals = Object.assign({}, ...order.slice(index).map(([, object]) => object))
    expect(await foundIn(globals)).toBe(name)
  })

  it("tells Android's two kinds of object apart by their events", async () => {
    expect(await foundIn({ hues: nothing })).toBe("android-interface")
  })

  it.each([
    ["webkit without handlers, as in Safari", { webkit: {} }],
    ["other handlers only", { webkit: { messageHandlers: { other: nothing } } }],
    ["an object of Flutter's before its function", { flutter_inappwebview: {} }],
    ["nulls", { __huesTransport: null, hues: null, ReactNativeWebView: null, webkit: null }],
  ])("finds no host in %s", async (_, globals) => {
    expect(await foundIn(globals)).toBeUndefined()
  })
})

describe("Flutter's function that comes after its object", () => {
  function start() {
    const world: World = flutterWorld()
    const globals = globalsOf(world.window)
    const whole = globals.flutter_inappwebview ?? null
    globals.flutter_inappwebview = {} as never
    const app = serveMiniApp(serveOptions(world))
    const surroundings = fakeSurroundings(world.window)
    const done = connectHost(connectOptions(world, surroundings))
    const arrive = () => {
      globals.flutter_inappwebview = whole
    }
    return { ...surroundings, done, arrive, app }
  }

  it("is found at once by the event that fires once", async () => {
    const { window, done, arrive, app } = start()
    arrive()
    window.dispatch(flutterReadyEvent)
    const host = await done
    expect(host.kind).toBe("hosted")
    expect(window.listening(flutterReadyEvent)).toBe(0)
    host.destroy()
    app.destroy()
  })

  it("is found within 50 ms when the event was missed", async () => {
    const { clock, done, arrive, app } = start()
    clock.advance(1000)
    arrive()
    clock.advance(50)
    const host = await done
    expect(host.kind).toBe("hosted")
    host.destroy()
    app.destroy()
  })

  it("is not waited for longer than 1.5 s", async () => {
    const { clock, done, app } = start()
    clock.advance(1500)
    expect((await done).kind).toBe("standalone")
    app.destroy()
  })
})

describe("receive", () => {
  function listening(find: (window: ReturnType<typeof fakeWindow>) => Transport | null, globals: object) {
    const window = Object.assign(fakeWindow(), globals)
    const heard: unknown[] = []
    const transport = find(window)
    transport?.subscribe((data) => heard.push(data))
    return {
      window,
      heard,
      transport,
      receive: (encoded: unknown) => globalsOf(window).__hues?.receive(encoded as string),
    }
  }
  const reactNativeGlobals = { ReactNativeWebView: nothing }

  it.each([
    ["quotes", `"'\`\\ \${x} </script>`],
    ["line separators", "\u2028\u2029\n\r\u0000"],
    ["decomposed Vietnamese", "Thừa Thiên Huế, Nguyễn Hữu O'Đức".normalize("NFD")],
    ["emoji", "🎉👩‍👩‍👧🇻🇳"],
    ["nothing", ""],
  ])("takes %s as they were sent", (_, text) => {
    const { window, heard } = listening(reactNative, reactNativeGlobals)
    runScript(window, receiveScript(text))
    expect(heard).toEqual([text])
  })

  it("takes the padded and the plain alphabet of base64 too", () => {
    const { heard, receive } = listening(reactNative, reactNativeGlobals)
    const text = '{"a":"ÿ?>~"}'
    const plain = Buffer.from(text).toString("base64")
    receive(plain)
    receive(Buffer.from(text).toString("base64url"))
    expect(heard).toEqual([text, text])
  })

  it.each(["*", "é", "____8", "_w", null, undefined, 7, {}])("makes no exception of %j", (encoded) => {
    const { heard, receive } = listening(reactNative, reactNativeGlobals)
    expect(() => receive(encoded)).not.toThrow()
    expect(heard).toEqual([""])
  })

  it("is deaf after the end", () => {
    const { window, heard, transport } = listening(reactNative, reactNativeGlobals)
    transport?.close()
    runScript(window, receiveScript("late"))
    expect(heard).toEqual([])
  })

  it.each([
    ["flutter", flutter, { flutter_inappwebview: { callHandler() {} } }],
    ["ios", ios, { webkit: { messageHandlers: { hues: nothing } } }],
    ["android", android, { hues: nothing }],
  ] as const)("is there for %s", (_, find, globals) => {
    const { window, heard } = listening(find, globals)
    runScript(window, receiveScript("{}"))
    expect(heard).toEqual(["{}"])
  })

  it("is a script that does nothing in another page", () => {
    expect(receiveScript('{"jsonrpc":"2.0"}')).toMatch(
      /^window\.__hues && window\.__hues\.receive\("[\w-]+"\); true$/,
    )
  })
})

it("an iOS handler that rejects makes the call fail at once, not the app", async () => {
  const globals = {
    webkit: { messageHandlers: { hues: { postMessage: () => Promise.reject(new Error("native")) } } },
  }
  const log: BridgeLogLine[] = []
  const world = {
    window: Object.assign(fakeWindow(), globals),
    hostOrigins: [],
    endpoint: undefined as never,
  }
  const host = await connectHost(connectOptions(world, { log: (line) => log.push(line) }))
  expect(host.kind).toBe("standalone")
  expect(log.map(({ note }) => note)).toEqual([
    "found",
    "sent",
    "HOST_FAULT",
    "sent",
    "HOST_FAULT",
    "standalone",
  ])
})

it("an Android object that is injected anew is listened to anew", async () => {
  const world = androidListenerWorld()
  const { host, app, end } = await openSession(world)
  world.setReachable?.(false)
  world.setReachable?.(true)
  expect(await host.echo("x")).toEqual({ ok: true, value: "x" })
  host.onBack(() => true)
  expect(await app.back()).toBe(true)
  end()
})
