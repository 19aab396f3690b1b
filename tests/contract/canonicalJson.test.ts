import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import { entryHash, sha256 } from "../../src/contract/hash.ts"

describe("canonical JSON", () => {
  it("sorts members by UTF-16 units at every depth and writes no spaces", () => {
    // The example of RFC 8785, section 3.2.3.
    const members = {
      "\u20ac": "Euro",
      "\r": "CR",
      "\ufb33": "He",
      "1": "One",
      "\ud83d\ude00": "Smiley",
      "\u0080": "Control",
      "\u00f6": "o",
    }
    expect(Object.keys(JSON.parse(canonicalJson(members)))).toEqual([
      "1",
      "\r",
      "\u0080",
      "\u00f6",
      "\u20ac",
      "\ud83d\ude00",
      "\ufb33",
    ])
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: "\u2028" })).toBe(
      '{"a":"\u2028","b":[{"c":null,"d":1}]}',
    )
  })
  it("means the same as JSON, and is the same text in whatever order members come", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
        if (value === null || typeof value !== "object" || Array.isArray(value)) return
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value))
      }),
    )
  })
  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1])("has no text for %s", (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

describe("an entry's hash", () => {
  const body = {
    answers: { q2: "b", q1: "a" },
    prediction: 5,
    paperHash: "0".repeat(64),
    rulesVersion: "1",
    answeredAt: "2024-10-29T01:00:00Z",
  }
  it("is SHA-256 of the canonical body without answeredAt", async () => {
    const text = `{"answers":{"q1":"a","q2":"b"},"paperHash":"${"0".repeat(64)}","prediction":5,"rulesVersion":"1"}`
    expect(await entryHash(body)).toBe(createHash("sha256").update(text).digest("hex"))
    expect(await entryHash({ ...body, answeredAt: "2031-01-01T00:00:00Z" })).toBe(await entryHash(body))
  })
  it("moves with any answer and the prediction", async () => {
    const hashes = [body, { ...body, prediction: 6 }, { ...body, answers: { q1: "a", q2: "c" } }].map(
      entryHash,
    )
    expect(new Set(await Promise.all(hashes)).size).toBe(3)
  })
  it("takes Vietnamese as UTF-8", async () => {
    expect(await sha256("đã nhận")).toBe(createHash("sha256").update("đã nhận", "utf8").digest("hex"))
  })
})
