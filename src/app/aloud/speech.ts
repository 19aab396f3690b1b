/** As much of a browser's speech as reading aloud uses. The parts of a `Window` that has it. */
export type Speech = Pick<Window, "speechSynthesis"> & {
  SpeechSynthesisUtterance: new (text: string) => SpeechSynthesisUtterance
}

/** Letters that Vietnamese has and English has not. */
const vietnamese = /[ăâđêôơư\u1ea0-\u1ef9]/iu

/**
 * The language in which to read a text: Vietnamese by its letters, else the reader's own. A question stays Vietnamese on
 * a screen in English, and an English voice would make nothing of it.
 */
export function languageOf(text: string, locale: string): string {
  return vietnamese.test(text.normalize("NFC")) ? "vi" : locale
}

/** A voice for the language, one on the phone itself before one that needs the network. Null: there is none. */
export function voiceFor(speech: Speech, language: string): SpeechSynthesisVoice | null {
  const voices = speech.speechSynthesis
    .getVoices()
    .filter(({ lang }) => lang.toLowerCase().replace("_", "-").split("-")[0] === language)
  return voices.find(({ localService }) => localService) ?? voices[0] ?? null
}

/**
 * Reads the parts one after the other, each in its own language; a part without a voice is left out. Calls `onEnd` once
 * it is through or fails.
 * @returns what stops it, after which `onEnd` is not called
 */
export function readAloud(
  speech: Speech,
  parts: readonly string[],
  locale: string,
  onEnd: () => void,
): () => void {
  const { speechSynthesis, SpeechSynthesisUtterance } = speech
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    onEnd()
  }
  // Whatever an earlier screen left in the queue.
  speechSynthesis.cancel()
  // One utterance a part: some engines fall silent in the middle of a long one.
  const utterances = parts.flatMap((text) => {
    const voice = voiceFor(speech, languageOf(text, locale))
    if (!voice) return []
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.onerror = end
    return [utterance]
  })
  const last = utterances.at(-1)
  if (last) last.onend = end
  for (const utterance of utterances) speechSynthesis.speak(utterance)
  return () => {
    isOver = true
    speechSynthesis.cancel()
  }
}
