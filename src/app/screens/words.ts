import type { App } from "../createApp.ts"
import type { CitizenWords } from "../words/viCitizen.ts"
import type { EnteringWords } from "../words/viEntering.ts"
import type { ReadingWords } from "../words/viReading.ts"
import type { ReceiptWords } from "../words/viReceipt.ts"

/** The words of the home card about the citizen. Only for what is shown after they are there. */
export function citizenWordsOf(app: App): CitizenWords {
  return there(app.words.citizen.words.value)
}

/** The words of entering, in the reader's language. Only for what is shown after they are there. */
export function wordsOf(app: App): EnteringWords {
  return there(app.words.entering.words.value)
}

/** The words of the receipt. Only for what is shown after they are there. */
export function receiptWordsOf(app: App): ReceiptWords {
  return there(app.words.receipt.words.value)
}

/** The words of the screens beside the way of an entry. Only for what is shown after they are there. */
export function readingWordsOf(app: App): ReadingWords {
  return there(app.words.reading.words.value)
}

function there<W>(words: W | null): W {
  if (!words) throw new Error("something was drawn before its words")
  return words
}
