import { describe, expect, it } from "vitest"
import type { HostLogLine } from "../../src/bridge/hostKit/tap.ts"
import { logText } from "../../src/host/log/logText.ts"
import { messageLog } from "../../src/host/log/messageLog.ts"
import { openSession } from "../bridge/support/session.ts"
import { objectWorld } from "../bridge/support/worlds.ts"

const link = "http://127.0.0.1:8080/host/?persona=hue-s"

async function talk() {
  let now = 0
  const log = messageLog(() => (now += 250))
  const session = await openSession(objectWorld(), { log: (line: HostLogLine) => log.take("A", line) })
  session.host.ready()
  await session.host.identity({ audience: "hue-s-contest", scope: [], interactive: false })
  await session.host.echo("Huế")
  session.end()
  return log
}

describe("the log of messages", () => {
  it("shows every message both ways, an answer under the method of its call", async () => {
    const log = await talk()
    const lines = log.entries.value.map(({ direction, kind, method }) => `${direction} ${kind} ${method}`)
    expect(lines).toEqual([
      "toHost request bridge.hello",
      "toApp reply bridge.hello",
      "toHost notice bridge.ready",
      "toHost request identity.get",
      "toApp reply identity.get",
      "toHost request bridge.echo",
      "toApp reply bridge.echo",
    ])
  })

  it("has no token in it, nor in the text to copy", async () => {
    const log = await talk()
    const text = logText(log.entries.value, link)
    expect(text).toContain("[token]")
    expect(text).not.toContain("eyJ")
    expect(text).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/host\/\?persona=hue-s\n\n {4}0\.250 {2}A {2}app → host/,
    )
  })

  it("is filtered by method, text, direction and phone", async () => {
    const log = await talk()
    log.remark("B", "the system killed the app")
    const count = (filter: Parameters<typeof log.setFilter>[0]) => {
      log.setFilter({ text: "", direction: null, phone: null, ...filter })
      return log.shown.value.length
    }
    expect(count({})).toBe(8)
    expect(count({ text: "identity.get" })).toBe(2)
    expect(count({ text: "HUẾ echo" })).toBe(2)
    expect(count({ text: "bridge", direction: "toApp" })).toBe(2)
    expect(count({ phone: "B" })).toBe(1)
  })

  it("keeps the last two thousand lines", () => {
    const log = messageLog(() => 0)
    for (let line = 1; line <= 2100; line++) log.remark("A", String(line))
    expect(log.entries.value).toHaveLength(2000)
    expect(log.entries.value.at(-1)?.number).toBe(2100)
  })
})
