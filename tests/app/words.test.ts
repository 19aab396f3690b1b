import { expect, test } from "vitest"
import { en } from "../../src/app/words/en.ts"
import { vi } from "../../src/app/words/vi.ts"
import { shape } from "./support/shape.ts"

test("Vietnamese and English have the same words with the same gaps", () => {
  expect(shape(en).sort()).toEqual(shape(vi).sort())
})

test("no word is empty", () => {
  const texts = [JSON.stringify(vi), JSON.stringify(en)]
  for (const text of texts) expect(text).not.toContain('""')
})

test("addresses nobody by a pronoun that guesses age or rank", () => {
  expect(JSON.stringify(vi)).not.toMatch(/(^|[\s"])(bạn|quý vị|ông|bà|anh|chị)[\s,."]/iu)
})
