import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readDuration, writeDuration } from "../../src/host/scenario/duration.ts"
import { fromLocalTime, toLocalTime } from "../../src/host/scenario/localTime.ts"
import { demoStart, plainScenario } from "../../src/host/scenario/scenario.ts"
import { readableQuery, readScenario, writeScenario } from "../../src/host/scenario/scenarioUrl.ts"

const read = (query: string) => readScenario(new URLSearchParams(query))

describe("a scenario's URL", () => {
  it("is empty for the first thing a tester wants: round 1, signed in by VNeID", () => {
    expect(read("")).toEqual({ scenario: plainScenario, complaints: [] })
    expect(toLocalTime(plainScenario.at ?? 0)).toBe("2024-10-29T09:00")
    expect(readableQuery(writeScenario(plainScenario))).toBe("")
  })

  it("holds everything and stays readable", () => {
    const query =
      "?persona=signed-out&beside=hue-s&at=2024-11-10T22:40&published=1,2&fresh=1&skew=-1h30m&faults=identity.get%232=1001&seed=7&theme=dark&scale=1.3&motion=reduced&insets=24,0,48,0&network=offline&locale=en&cut=1&size=320x568&app=/bridge-check/&path=/tuan/1"
    const { scenario, complaints } = read(query)
    expect(complaints).toEqual([])
    expect(scenario).toMatchObject({
      at: Date.parse("2024-11-10T15:40:00Z"),
      skewMs: -5_400_000,
      published: [1, 2],
      faults: "identity.get#2=1001",
      context: { insets: { top: 24, right: 0, bottom: 48, left: 0 }, fontScale: 1.3 },
    })
    expect(readableQuery(writeScenario(scenario))).toBe(query)
  })

  it("begins as its persona does, and says only what differs", () => {
    const { scenario } = read("persona=large-text")
    expect(scenario.context).toMatchObject({ fontScale: 1.6, reducedMotion: true })
    expect(String(writeScenario(scenario))).toBe("persona=large-text")
    const smaller = read("persona=large-text&scale=1").scenario
    expect(smaller.context.fontScale).toBe(1)
    expect(String(writeScenario(smaller))).toBe("persona=large-text&scale=1")
  })

  it("leaves out what is malformed or unknown, and says so", () => {
    const { scenario, complaints } = read(
      "at=soon&seed=-1&size=9&app=//evil.example/&path=javascript:1&colour=red",
    )
    expect(scenario).toEqual(plainScenario)
    expect(complaints).toEqual([
      "at=soon was left out: it must be local time like 2024-10-29T09:00, or keep.",
      "seed=-1 was left out: it must be a whole number from 0.",
      "size=9 was left out: it must be width x height like 360x740.",
      "app=//evil.example/ was left out: it must be a path on this origin.",
      "path=javascript:1 was left out: it must be a route of the app like /tuan/1, or none.",
      "colour was left out: there is no such parameter.",
    ])
  })

  it("comes back the same from its own URL", () => {
    const scenarios = fc.record({
      persona: fc.constantFrom("vneid-2", "large-text", "nfd-name"),
      beside: fc.constantFrom(null, "hue-s"),
      faults: fc.constantFrom("", "*~0.3=late:5..90", "identity.get#2=1001,host=old"),
      seed: fc.nat({ max: 999_999_999 }),
      at: fc.option(fc.integer({ min: 0, max: 4e12 })),
      published: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }),
      fresh: fc.boolean(),
      skewMs: fc.option(fc.integer({ min: -1e12, max: 1e12 })),
      context: fc.record({
        theme: fc.constantFrom("light" as const, "dark" as const),
        locale: fc.constantFrom("vi", "en-GB"),
        fontScale: fc.double({ min: 0.5, max: 4, noNaN: true }),
        insets: fc.record({ top: fc.nat(200), right: fc.nat(9), bottom: fc.nat(200), left: fc.nat(9) }),
        reducedMotion: fc.boolean(),
        network: fc.constantFrom("online" as const, "offline" as const, "unknown" as const),
      }),
      cut: fc.boolean(),
      size: fc.record({
        width: fc.integer({ min: 200, max: 2000 }),
        height: fc.integer({ min: 200, max: 2000 }),
      }),
      app: fc.constantFrom("/", "/bridge-check/", "/?x=1#/tuan/1"),
      launch: fc.constantFrom(null, "/tuan/1"),
    })
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const query = readableQuery(writeScenario(scenario))
        expect(read(query)).toEqual({ scenario, complaints: [] })
      }),
    )
  })
})

describe("local time of Việt Nam", () => {
  it("is written short and read with or without an offset", () => {
    expect(toLocalTime(demoStart)).toBe("2024-10-29T09:00")
    expect(toLocalTime(demoStart + 30_250)).toBe("2024-10-29T09:00:30.250")
    for (const text of [
      "2024-10-29T09:00",
      "2024-10-29T02:00Z",
      "2024-10-29T02:00:00.000Z",
      "2024-10-29T11:00+09:00",
    ])
      expect(fromLocalTime(text)).toBe(demoStart)
    expect(fromLocalTime("2024-10-29")).toBe(demoStart - 9 * 3_600_000)
  })

  it.each(["", "now", "2024-13-01", "29/10/2024", "2024-10-29 09:00"])("does not read %j", (text) => {
    expect(fromLocalTime(text)).toBeUndefined()
  })
})

describe("a time span", () => {
  it.each([
    ["0", 0],
    ["90m", 5_400_000],
    ["+1h30m", 5_400_000],
    ["-2h", -7_200_000],
    ["250ms", 250],
    ["1d", 86_400_000],
  ])("%s is %d ms", (text, ms) => {
    expect(readDuration(text)).toBe(ms)
    expect(readDuration(writeDuration(ms))).toBe(ms)
  })

  it.each(["", "1", "h", "1 h", "--1h", "1y", "99999999d"])("%j is none", (text) => {
    expect(readDuration(text)).toBeUndefined()
  })
})
