import { effect, type ReadonlySignal, signal } from "@preact/signals"
import type { Locale } from "../state/appearance.ts"
import type { Words } from "./vi.ts"
import { type CardWords, viCard } from "./viCard.ts"

/** The words in the reader's language. */
export type WordsState = {
  card: ReadonlySignal<CardWords>
  /** All words; null until the screens after the first have been asked for. */
  all: ReadonlySignal<Words | null>
  /** Fetches all words; resolves when they are there. */
  load(): Promise<void>
}

/** Follows `locale`. Vietnamese card words are in the first script; everything else comes when needed. */
export function createWords(locale: ReadonlySignal<Locale>): WordsState {
  const card = signal<CardWords>(viCard)
  const all = signal<Words | null>(null)
  const fetchAll = async () => {
    const asked = locale.peek()
    const words = asked === "en" ? (await import("./en.ts")).en : (await import("./vi.ts")).vi
    if (asked === locale.peek()) all.value = words
  }
  const fetchCard = async () => {
    const asked = locale.peek()
    const words = asked === "en" ? (await import("./enCard.ts")).enCard : viCard
    if (asked === locale.peek()) card.value = words
  }
  effect(() => {
    locale.value
    // A language that cannot be fetched now leaves the words as they are.
    void fetchCard().catch(() => undefined)
    if (all.peek()) void fetchAll().catch(() => undefined)
  })
  return { card, all, load: fetchAll }
}
