import { describe, expect, it } from "vitest"
import { mistakeText, parseFaults } from "../../src/host/faults/parseFaults.ts"

const rulesOf = (text: string) => {
  const parsed = parseFaults(text)
  return parsed.ok ? parsed.faults.rules.map(({ source: _, ...rule }) => rule) : parsed
}
const mistakesOf = (text: string) => {
  const parsed = parseFaults(text)
  return parsed.ok ? [] : parsed.mistakes
}

describe("fault rules", () => {
  const every = { nth: null, chance: 1 }

  it.each([
    [
      "identity.get#2=1001",
      { method: "identity.get", nth: 2, chance: 1, effect: { kind: "error", code: 1001 } },
    ],
    ["bridge.echo=-32601", { method: "bridge.echo", ...every, effect: { kind: "error", code: -32601 } }],
    [
      "identity.get=late:3000",
      { method: "identity.get", ...every, effect: { kind: "late", minMs: 3000, maxMs: 3000 } },
    ],
    [
      "*~0.3=late:5..90",
      { method: "*", nth: null, chance: 0.3, effect: { kind: "late", minMs: 5, maxMs: 90 } },
    ],
    ["bridge.hello=never", { method: "bridge.hello", ...every, effect: { kind: "never" } }],
    ["app.back#1~0.5=twice", { method: "app.back", nth: 1, chance: 0.5, effect: { kind: "twice" } }],
    ["host.identity=reordered", { method: "host.identity", ...every, effect: { kind: "reordered" } }],
    ["$/progress=malformed", { method: "$/progress", ...every, effect: { kind: "malformed" } }],
    ["store.get=null", { method: "store.get", ...every, effect: { kind: "null" } }],
    ["identity.get=gone", { method: "identity.get", ...every, effect: { kind: "gone", ms: null } }],
    ["bridge.ready=gone:2000", { method: "bridge.ready", ...every, effect: { kind: "gone", ms: 2000 } }],
  ])("reads %s", (text, rule) => {
    expect(rulesOf(text)).toEqual([rule])
  })

  it("takes several, on one line or on many, and none", () => {
    expect(rulesOf(" app.back=never,bridge.hello=twice\n host.context=never ")).toHaveLength(3)
    expect(rulesOf("")).toEqual([])
  })

  it("reads what kind of host it is and what it grants", () => {
    expect(parseFaults("host=old grants=none")).toEqual({
      ok: true,
      faults: { rules: [], host: "old", grants: [] },
    })
    expect(parseFaults("host=newer,grants=share")).toMatchObject({
      faults: { host: "newer", grants: ["share"] },
    })
    expect(parseFaults("grants=share+store")).toMatchObject({ faults: { grants: ["store", "share"] } })
    expect(parseFaults("")).toMatchObject({ faults: { host: null, grants: null } })
  })

  it.each([
    ["identity.gte=1001", "identity.gte", 1, /no such method; there are bridge.hello/],
    ["=1001", "=1001", 1, /no such method/],
    ["identity.get", "identity.get", 1, /has no effect/],
    ["identity.get=", "identity.get=", 1, /has no effect/],
    ["identity.get#0=never", "#0", 13, /whole number from 1/],
    ["identity.get#two=never", "#two", 13, /whole number from 1/],
    ["identity.get~2=never", "~2", 13, /from 0 to 1/],
    ["identity.get~=never", "~", 13, /from 0 to 1/],
    ["identity.get=sometimes", "sometimes", 14, /no such effect; there are an error code/],
    ["identity.get=late", "late", 14, /late needs milliseconds/],
    ["identity.get=late:9..3", "late:9..3", 14, /late needs milliseconds/],
    ["identity.get=late:700000", "late:700000", 14, /late needs milliseconds/],
    ["identity.get=gone:soon", "gone:soon", 14, /gone takes milliseconds/],
    ["app.back=1001", "1001", 10, /the host does not answer app.back/],
    ["host.context=null", "null", 14, /has no result/],
    ["host=ancient", "ancient", 6, /old or newer/],
    ["grants=money", "money", 8, /none, or store and share/],
    ["grants=store+", "store+", 8, /none, or store and share/],
  ])("refuses %s", (text, at, column, message) => {
    expect(mistakesOf(text)).toEqual([{ rule: 1, column, at, message: expect.stringMatching(message) }])
  })

  it("names the rule and the place of every mistake", () => {
    const mistakes = mistakesOf("app.back=never, identity.get=often\nhost=strange")
    expect(mistakes.map(mistakeText)).toEqual([
      expect.stringMatching(/^Rule 2, column 30, "often": no such effect/),
      'Rule 3, column 41, "strange": a host is old or newer.',
    ])
  })
})
