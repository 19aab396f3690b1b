import { signal } from "@preact/signals-core"
import { expect, it } from "vitest"
import { wording as enCitizen } from "../../src/app/words/enCitizen.ts"
import { viCard } from "../../src/app/words/viCard.ts"
import { wording as viCitizen } from "../../src/app/words/viCitizen.ts"
import { createWords } from "../../src/app/words/words.ts"

const wordsIn = (locale: "vi" | "en") => {
  const wanted = signal<"vi" | "en">(locale)
  return { wanted, words: createWords({ card: signal(viCard) }, wanted) }
}

it("whoever waits for words has them, also where the host asks for another language meanwhile", async () => {
  const { wanted, words } = wordsIn("vi")
  const loading = words.citizen.load()
  wanted.value = "en"
  await loading
  expect(words.citizen.words.value).toEqual(enCitizen)
})

it("words that are there follow the language", async () => {
  const { wanted, words } = wordsIn("en")
  await words.citizen.load()
  wanted.value = "vi"
  await expect.poll(() => words.citizen.words.value).toBe(viCitizen)
})

it("the words of an entry are there at once in Vietnamese, and fetched in English", async () => {
  expect(wordsIn("vi").words.entering.words.value).not.toBeNull()
  const { words } = wordsIn("en")
  expect(words.entering.words.value).toBeNull()
  await words.entering.load()
  expect(words.entering.words.value?.card.home).toBe("Home")
})
