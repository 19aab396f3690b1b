import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core"
import type { Locale } from "../state/appearance.ts"
import { type CardWords, viCard } from "./viCard.ts"
import type { CitizenWords } from "./viCitizen.ts"
import { type EnteringWords, viEntering } from "./viEntering.ts"
import type { FirstWords } from "./viFirst.ts"
import type { ReadingWords } from "./viReading.ts"
import type { ReceiptWords } from "./viReceipt.ts"

/** The words in the reader's language. */
export type WordsState = {
  card: ReadonlySignal<CardWords>
  citizen: LaterWords<CitizenWords>
  entering: LaterWords<EnteringWords>
  receipt: LaterWords<ReceiptWords>
  reading: LaterWords<ReadingWords>
}

/** Words that come with the screens that need them. */
export type LaterWords<W> = {
  /** Null until they have been asked for, those of an entry in Vietnamese excepted: they come with this script. */
  words: ReadonlySignal<W | null>
  /** Fetches them; resolves when they are there. */
  load(): Promise<void>
}

/** Takes over the words of the first script, and follows `locale`: everything but the Vietnamese card comes when needed. */
export function createWords(
  { card: first }: { card: Signal<FirstWords> },
  locale: ReadonlySignal<Locale>,
): WordsState {
  // The same signal, so that what the first script drew follows: from here on it holds all words of the card.
  const card = first as Signal<CardWords>
  card.value = viCard
  const fetchCard = async () => {
    const asked = locale.peek()
    const words = asked === "en" ? (await import("./enCard.ts")).wording : viCard
    if (asked === locale.peek()) card.value = words
  }
  effect(() => {
    locale.value
    // A language that cannot be fetched now leaves the words as they are.
    void fetchCard().catch(() => undefined)
  })
  return {
    card,
    citizen: laterWords<CitizenWords>(locale, {
      vi: () => import("./viCitizen.ts"),
      en: () => import("./enCitizen.ts"),
    }),
    entering: laterWords<EnteringWords>(
      locale,
      {
        vi: async () => ({ wording: viEntering }),
        en: () => import("./enEntering.ts"),
      },
      locale.peek() === "vi" ? viEntering : null,
    ),
    receipt: laterWords<ReceiptWords>(locale, {
      vi: () => import("./viReceipt.ts"),
      en: () => import("./enReceipt.ts"),
    }),
    reading: laterWords<ReadingWords>(locale, {
      vi: () => import("./viReading.ts"),
      en: () => import("./enReading.ts"),
    }),
  }
}

function laterWords<W>(
  locale: ReadonlySignal<Locale>,
  fetchIn: Record<Locale, () => Promise<{ wording: W }>>,
  first: W | null = null,
): LaterWords<W> {
  const words = signal(first)
  const load = async (): Promise<void> => {
    const asked = locale.peek()
    const { wording } = await fetchIn[asked]()
    // Whoever waits for words gets those that are wanted by now.
    if (asked !== locale.peek()) return load()
    words.value = wording
  }
  effect(() => {
    locale.value
    // As above: better the other language than none.
    if (words.peek()) void load().catch(() => undefined)
  })
  return { words, load }
}
