import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { entryCode, readEntryCode } from "../../src/contract/entryCode.ts"
import { entryCodePattern } from "../../src/contract/entryCodePattern.ts"

const anyCode = fc
  .tuple(
    fc.constantFrom("HS", "CC"),
    fc.integer({ min: 1, max: 99 }),
    fc.uint8Array({ minLength: 8, maxLength: 8 }),
  )
  .map(([prefix, round, bytes]) => entryCode(prefix, round, bytes))

describe("an entry code", () => {
  it("is written like HS1-7K4D-91XQ-M and reads back as itself", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(entryCodePattern)
        expect(readEntryCode(code)).toBe(code)
      }),
    )
  })
  it("is read as people type it", () => {
    // HS1-0123-4567-M with o for 0 and l for 1.
    const code = entryCode("HS", 1, new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7]))
    const typed = " hs1 ol23 4567 m "
    expect(readEntryCode(typed)).toBe(code)
  })
  it("with any one character wrong is no code", () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.nat(8),
        fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
        (code, at, other) => {
          const head = code.indexOf("-") + 1
          const plain = code.slice(head).replaceAll("-", "")
          fc.pre(plain[at] !== other)
          const wrong = code.slice(0, head) + plain.slice(0, at) + other + plain.slice(at + 1)
          expect(readEntryCode(wrong)).toBe(null)
        },
      ),
    )
  })
  it("reads dashes of every kind, as documents and screens write them", () => {
    for (const dash of ["\u2010", "\u2011", "–", "—", " - "])
      expect(readEntryCode("HS1-7K4D-91XQ-X".replaceAll("-", dash))).toBe("HS1-7K4D-91XQ-X")
  })
  it.each(["", "HS1", "7K4D-91XQ-M", "HS1-7K4D-91XQ-MM", "HS100-7K4D-91XQ-M"])("%j is none", (typed) => {
    expect(readEntryCode(typed)).toBe(null)
  })
})
