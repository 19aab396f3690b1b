import { type ConnectOptions, connectHost } from "../../../src/bridge/connectHost.ts"
import type { Host } from "../../../src/bridge/host.ts"
import type { MiniApp, ServeOptions } from "../../../src/bridge/hostKit/serveMiniApp.ts"
import { serveMiniApp } from "../../../src/bridge/hostKit/serveMiniApp.ts"
import type { HostLogLine } from "../../../src/bridge/hostKit/tap.ts"
import type { BridgeLogLine } from "../../../src/bridge/log.ts"
import type { HostContext, IdentityToken } from "../../../src/bridge/vocabulary.ts"
import { type FakeClock, fakeClock } from "./fakeClock.ts"
import { type FakeSurroundings, fakeSurroundings } from "./surroundings.ts"
import type { World } from "./webviews.ts"

export const context: HostContext = {
  theme: "dark",
  locale: "vi-VN",
  fontScale: 1.6,
  insets: { top: 24, right: 0, bottom: 16, left: 0 },
  reducedMotion: true,
  network: "online",
}

export const token: IdentityToken = {
  token: "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJwYWlyd2lzZS0xIn0.c2lnbmF0dXJlLW9mLXRoZS1ob3N0",
  expiresAt: "2024-11-01T08:10:00.000Z",
  epoch: 3,
}

export type Session = {
  host: Host
  app: MiniApp
  surroundings: FakeSurroundings
  hostClock: FakeClock
  appLog: BridgeLogLine[]
  hostLog: HostLogLine[]
  end(): void
}

/** The host's side as most tests want it: signed in, everything granted. */
export function serveOptions(world: World, over: Partial<ServeOptions> = {}): ServeOptions {
  return {
    endpoint: world.endpoint,
    host: { name: "Hue-S", version: "7.2", platform: "test" },
    appId: "hue-s-contest",
    grants: ["store", "share"],
    context,
    identity: { state: "in", epoch: 3 },
    handlers: { identity: () => ({ ok: true, value: token }), open: () => true, share: () => true },
    launch: { path: "/round/2", source: "tile" },
    now: () => "2024-11-01T08:00:00.000Z",
    clock: fakeClock(),
    randomId: () => "b".repeat(32),
    ...over,
  }
}

export function connectOptions(world: World, over: Partial<ConnectOptions> = {}): ConnectOptions {
  return {
    ...fakeSurroundings(world.window),
    hostOrigins: world.hostOrigins,
    app: { id: "hue-s-contest", version: "1.0.0" },
    wants: ["store", "share"],
    ...over,
  }
}

/** App and host in one world, with the handshake done. */
export async function openSession(
  world: World,
  serve: Partial<ServeOptions> = {},
  connect: Partial<ConnectOptions> = {},
): Promise<Session> {
  const appLog: BridgeLogLine[] = []
  const hostLog: HostLogLine[] = []
  const hostClock = fakeClock()
  const surroundings = fakeSurroundings(world.window)
  const app = serveMiniApp(
    serveOptions(world, { clock: hostClock, log: (line) => hostLog.push(line), ...serve }),
  )
  const host = await connectHost(
    connectOptions(world, { ...surroundings, log: (line) => appLog.push(line), ...connect }),
  )
  return {
    host,
    app,
    surroundings,
    hostClock,
    appLog,
    hostLog,
    end() {
      host.destroy()
      app.destroy()
    },
  }
}
