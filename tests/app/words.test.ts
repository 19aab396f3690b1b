import { expect, test } from "vitest"
import { enEntering } from "../../src/app/words/enEntering.ts"
import { enReading } from "../../src/app/words/enReading.ts"
import { viEntering } from "../../src/app/words/viEntering.ts"
import { viReading } from "../../src/app/words/viReading.ts"

const vi = { ...viEntering, ...viReading }
const en = { ...enEntering, ...enReading }

/** The paths of all words with what they are: a text, or a sentence with so many gaps. */
function shape(words: unknown, path = ""): string[] {
  if (typeof words === "function") return [`${path} (${words.length})`]
  if (words === null || typeof words !== "object") return [path]
  return Object.entries(words).flatMap(([key, value]) => shape(value, `${path}.${key}`))
}

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
