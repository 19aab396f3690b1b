import { afterEach, describe, expect, it } from "vitest"
import { failure } from "../../src/bridge/failure.ts"
import type { Grant } from "../../src/bridge/vocabulary.ts"
import { context, openSession, type Session, token } from "./support/session.ts"
import { quiet, until } from "./support/surroundings.ts"
import { worlds } from "./support/worlds.ts"

const request = { audience: "hue-s-contest", scope: ["name", "unit"], interactive: false } as const

describe.each(worlds)("over %s", (_, name, world) => {
  let session: Session | undefined
  const open = async (...rest: Parameters<typeof openSession> extends [unknown, ...infer R] ? R : never) => {
    session = await openSession(world(), ...rest)
    return session
  }
  afterEach(() => {
    session?.end()
    session = undefined
  })

  it("learns from the handshake what the host is, allows and looks like", async () => {
    const { host, appLog, app } = await open()
    expect(appLog).toContainEqual(expect.objectContaining({ note: "found", about: name }))
    expect(app.connected()).toBe(true)
    expect(host.kind).toBe("hosted")
    expect(host.name).toBe("Hue-S")
    expect(host.now).toBe("2024-11-01T08:00:00.000Z")
    expect(host.launch).toEqual({ path: "/round/2", source: "tile" })
    expect(host.context()).toEqual(context)
    expect(host.identityState()).toEqual({ state: "in", epoch: 3 })
    expect(host.can("store")).toBe(true)
  })

  it("gets a token, and the log of neither side knows it", async () => {
    const { host, appLog, hostLog } = await open()
    expect(await host.identity(request)).toEqual({ ok: true, value: token })
    const logs = JSON.stringify([appLog, hostLog])
    expect(logs).toContain("identity.get")
    expect(logs).not.toContain(token.token.slice(0, 16))
    expect(logs).not.toContain(token.token.slice(-16))
  })

  it("hears why there is no token", async () => {
    const { host } = await open({ handlers: { identity: () => failure("USER_DENIED") } })
    expect(await host.identity(request)).toEqual({
      ok: false,
      error: { reason: "USER_DENIED", code: 1001, message: "USER_DENIED", retryable: false },
    })
  })

  it("follows the citizen who signs in on request to the new epoch", async () => {
    const { host, app } = await open({
      identity: { state: "out", epoch: 0 },
      handlers: {
        identity() {
          const { epoch } = app.setIdentity("in")
          return { ok: true, value: { ...token, epoch } }
        },
      },
    })
    const heard: unknown[] = []
    host.on("identity", (news) => heard.push(news))
    expect(await host.identity({ ...request, interactive: true })).toMatchObject({ ok: true })
    expect(host.identityState()).toEqual({ state: "in", epoch: 1 })
    await quiet()
    expect(heard).toEqual([{ state: "in", epoch: 1 }])
  })

  it("refuses a token that was made for the citizen before", async () => {
    const { host, app } = await open({
      handlers: {
        identity() {
          app.setIdentity("in")
          return { ok: true, value: token }
        },
      },
    })
    expect(await host.identity(request)).toMatchObject({ error: { reason: "IDENTITY_CHANGED" } })
  })

  it("gets no token for another mini-app", async () => {
    const { host } = await open()
    const answer = await host.identity({ ...request, audience: "somebody-else" })
    expect(answer).toMatchObject({ error: { reason: "NOT_GRANTED" } })
  })

  it("carries quotes, U+2028, emoji and decomposed Vietnamese unchanged", async () => {
    const { host } = await open()
    const text = `"'\\\`\${x}</script>\u2028\u2029\u0000 Thừa Thiên Huế ${"Nguyễn O'Hùng".normalize("NFD")} 🎉 \ud800`
    expect(await host.echo(text)).toEqual({ ok: true, value: text })
  })

  it("echoes a message of exactly 64 KiB, and refuses one byte more without sending it", async () => {
    const { host, hostLog } = await open()
    const first = await host.echo("ế")
    expect(first.ok).toBe(true)
    const sent = hostLog.find(({ method }) => method === "bridge.echo")
    // The id of the next call is as long as that of the first.
    const text = `ế${"x".repeat(65_536 - (sent?.bytes ?? 0))}`
    expect(await host.echo(text)).toEqual({ ok: true, value: text })
    expect(hostLog.map(({ bytes }) => bytes)).toContain(65_536)
    expect(await host.echo(`${text}x`)).toMatchObject({ error: { reason: "TOO_LARGE", code: 1203 } })
  })

  it("keeps strings in the host's store up to 32 KiB in all", async () => {
    const { host } = await open()
    expect(await host.storeGet("entry")).toEqual({ ok: true, value: null })
    expect(await host.storeSet("entry", "x".repeat(32_768 - 5))).toEqual({ ok: true, value: {} })
    expect(await host.storeSet("more", "")).toMatchObject({ error: { reason: "TOO_LARGE" } })
    expect(await host.storeSet("entry", null)).toEqual({ ok: true, value: {} })
    expect(await host.storeSet("entry", "")).toEqual({ ok: true, value: {} })
    expect(await host.storeGet("entry")).toEqual({ ok: true, value: "" })
  })

  it("refuses here what was not granted, without asking the host", async () => {
    const { host, hostLog } = await open({ grants: ["share"] as Grant[] })
    const before = hostLog.length
    expect(host.can("store")).toBe(false)
    expect(await host.storeGet("entry")).toMatchObject({ error: { reason: "NOT_GRANTED", code: 1100 } })
    expect(hostLog.length).toBe(before)
    expect(await host.share({ title: "t", text: "t", url: "https://a.example" })).toEqual({
      ok: true,
      value: { shared: true },
    })
  })

  it("opens addresses, but no scripts", async () => {
    const { host } = await open()
    expect(await host.open("https://ward.example/", "browser")).toEqual({ ok: true, value: { opened: true } })
    expect(await host.open("hues://services/1", "host")).toEqual({ ok: true, value: { opened: true } })
    expect(await host.open("javascript:alert(1)", "host")).toMatchObject({ error: { code: -32602 } })
  })

  it("tells the host of the first paint, of its own back and of its end", async () => {
    const heard: unknown[] = []
    const { host } = await open({
      handlers: {
        identity: () => failure("NOT_SIGNED_IN"),
        ready: () => heard.push("ready"),
        back: (canGoBack) => heard.push(canGoBack),
        close: (reason) => heard.push(reason),
      },
    })
    host.ready()
    host.back(true)
    expect(await host.close("done")).toEqual({ ok: true, value: {} })
    expect(heard).toEqual(["ready", true, "done"])
  })

  it("hears of changed context, visibility and identity, each once", async () => {
    const { host, app } = await open()
    const heard: unknown[] = []
    host.on("context", ({ theme, fontScale }) => heard.push([theme, fontScale]))
    host.on("visibility", (state) => heard.push(state))
    const stop = host.on("identity", (news) => heard.push(news))
    app.setContext({ theme: "light" })
    app.setContext({ theme: "light" })
    app.setVisibility("hidden")
    app.setVisibility("visible")
    app.setIdentity("out")
    await until(() => heard.length === 4)
    stop()
    app.setIdentity("in")
    await quiet()
    expect(heard).toEqual([["light", 1.6], "hidden", "visible", { state: "out", epoch: 4 }])
  })

  it("answers the host's back button and the end of the app", async () => {
    const { host, app } = await open()
    expect(await app.back()).toBe(false)
    host.onBack(() => true)
    expect(await app.back()).toBe(true)
    host.onBack(() => {
      throw new Error("a fault of the app")
    })
    expect(await app.back()).toBe(false)
    let deadline = 0
    host.onTeardown(async (deadlineMs) => {
      deadline = deadlineMs
    })
    expect(await app.teardown(500)).toBe(true)
    expect(deadline).toBe(500)
  })

  it("lets the host go back itself after 300 ms without an answer", async () => {
    const { app, hostClock } = await open({
      intercept(frame, wire) {
        if (frame.method !== "app.back") wire[frame.direction](frame.data)
      },
    })
    const handled = app.back()
    hostClock.advance(299)
    await quiet()
    hostClock.advance(1)
    expect(await handled).toBe(false)
  })

  it("settles everything under way with HOST_GONE when it is destroyed", async () => {
    const { host } = await open({ handlers: { identity: () => new Promise(() => {}) } })
    const asked = host.identity(request)
    host.destroy()
    expect(await asked).toMatchObject({ error: { reason: "HOST_GONE" } })
    expect(await host.echo("x")).toMatchObject({ error: { reason: "HOST_GONE" } })
  })
})

describe.each(worlds.filter(([, transport]) => transport !== "iframe"))("over %s", (_, __, world) => {
  it("the app notices that the host is gone, and that it is back", async () => {
    const here = world()
    const { host, end } = await openSession(here)
    const heard: boolean[] = []
    host.on("reachable", (reachable) => heard.push(reachable))
    here.setReachable?.(false)
    expect(await host.echo("x")).toMatchObject({ error: { reason: "HOST_GONE", retryable: true } })
    expect(await host.echo("x")).toMatchObject({ error: { reason: "HOST_GONE" } })
    here.setReachable?.(true)
    expect(await host.echo("x")).toEqual({ ok: true, value: "x" })
    expect(heard).toEqual([false, true])
    end()
  })
})
