import { expect, test } from "vitest"
import { wording as enEntering } from "../../src/app/words/enEntering.ts"
import { wording as enReading } from "../../src/app/words/enReading.ts"
import { viEntering } from "../../src/app/words/viEntering.ts"
import { wording as viReading } from "../../src/app/words/viReading.ts"
import { shape } from "./support/shape.ts"

const vi = { ...viEntering, ...viReading }
const en = { ...enEntering, ...enReading }

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
