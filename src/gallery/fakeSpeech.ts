import type { Speech } from "../app/aloud/speech.ts"

export type FakeSpeech = Speech & {
  /** What is being read or waits for it: text and the voice's language. */
  queue: { text: string; lang: string }[]
  /** Voices of these languages are there from now on. */
  install(...languages: string[]): void
  /** What is being read is over. */
  finish(): void
}

/** A device that speaks without a sound, with voices for these languages; it ends nothing by itself. */
export function fakeSpeech(...languages: string[]): FakeSpeech {
  const voice = (lang: string) => ({ lang, name: lang, localService: true, default: false, voiceURI: lang })
  let voices = (languages.length > 0 ? languages : ["vi-VN"]).map(voice)
  const listeners = new Set<() => void>()
  let queue: SpeechSynthesisUtterance[] = []
  class Utterance {
    lang = ""
    voice: SpeechSynthesisVoice | null = null
    onend: (() => void) | null = null
    onerror: (() => void) | null = null
    constructor(readonly text: string) {}
  }
  return {
    get queue() {
      return queue.map(({ text, lang }) => ({ text, lang }))
    },
    install(...more) {
      voices = [...voices, ...more.map(voice)]
      for (const listener of listeners) listener()
    },
    finish() {
      const [spoken] = queue.splice(0, 1)
      spoken?.onend?.({} as SpeechSynthesisEvent)
    },
    SpeechSynthesisUtterance: Utterance as unknown as Speech["SpeechSynthesisUtterance"],
    speechSynthesis: {
      getVoices: () => voices,
      speak: (utterance: SpeechSynthesisUtterance) => void queue.push(utterance),
      cancel() {
        const cut = queue
        queue = []
        // As browsers do: what is cut off ends with an error.
        for (const utterance of cut) utterance.onerror?.({} as SpeechSynthesisErrorEvent)
      },
      addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
    } as unknown as SpeechSynthesis,
  }
}
