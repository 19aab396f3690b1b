import { readFileSync } from "node:fs"
import { brotliCompressSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { splashMs } from "../../src/bridge/hostKit/serveMiniApp.ts"
import { storeLimitBytes } from "../../src/bridge/hostKit/store.ts"
import {
  backLimits,
  type CallLimits,
  detectionMs,
  helloAttempts,
  helloLimits,
  hostMethods,
  interactiveLimits,
  shortLimits,
  silentLimits,
} from "../../src/bridge/methods.ts"
import { bridgeErrorCodes, maxMessageBytes } from "../../src/bridge/vocabulary.ts"
import { bundled } from "./support/bundle.ts"
import { worlds } from "./support/worlds.ts"

const guide = readFileSync(new URL("../../src/bridge/README.md", import.meta.url), "utf8")

/** The cells of the first table under a heading, without its head. */
function table(heading: string): string[][] {
  const section = guide.split(new RegExp(`^#+ ${heading}$`, "m"))[1] ?? ""
  const lines = /(?:^\|.*\n)+/m.exec(section)?.[0].trimEnd().split("\n") ?? []
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** 65536 as the guide writes it: 65,536. */
const written = (count: number) => count.toLocaleString("en-US")

describe("the integrator's guide", () => {
  it("lists every error with its code", () => {
    const listed = Object.fromEntries(table("Errors").map(([code, reason]) => [reason, Number(code)]))
    expect(listed).toEqual(bridgeErrorCodes)
  })

  it("lists every method", () => {
    const listed = table("Methods").map(([name]) => name?.replaceAll("`", ""))
    expect(listed).toEqual(
      expect.arrayContaining([...hostMethods, "bridge.ready", "ui.back", "app.back", "app.teardown"]),
    )
    expect(listed).toHaveLength(hostMethods.length + 8)
  })

  it("lists the transports in the order in which they are looked for", () => {
    const listed = table("Transports").map(([name]) => name?.replaceAll("`", ""))
    expect(listed).toEqual([...new Set(worlds.map(([, transport]) => transport))])
  })

  it("gives the limits of time that hold", () => {
    const ms = ([total, idle]: CallLimits) =>
      idle
        ? `${written(idle)} ms without \`$/progress\`, ${written(total)} ms in all`
        : `${written(total)} ms`
    expect(helloAttempts).toBe(2)
    expect(table("Time").map(([, limit]) => limit)).toEqual([
      ms([detectionMs]),
      `${ms(helloLimits)}, asked twice`,
      ms(silentLimits),
      ms(interactiveLimits),
      ms(shortLimits),
      ms(backLimits),
      ms([splashMs]),
    ])
  })

  it("gives the limits of size that hold, the app's half of the bridge included", async () => {
    expect(guide).toContain(`at most ${written(maxMessageBytes)} bytes in UTF-8`)
    expect(guide).toContain(`at most ${written(storeLimitBytes)} bytes in all`)
    const limit = 4096
    expect(guide).toContain(`at most ${written(limit)} bytes of Brotli`)
    const script = await bundled({
      "connectHost.ts": ["connectHost"],
      "surroundings.ts": ["browserSurroundings"],
    })
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(limit)
  })

  it("has links that lead somewhere", () => {
    const anchors = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      (title ?? "")
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .replace(/ /g, "-"),
    )
    const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, link]) => link)
    expect(links.filter((link) => !anchors.includes(link ?? ""))).toEqual([])
    expect(links.length).toBeGreaterThan(10)
  })
})
