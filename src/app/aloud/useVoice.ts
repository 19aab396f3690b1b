import { useEffect, useState } from "preact/hooks"
import { type Speech, voiceFor } from "./speech.ts"

/** Whether the device has a voice for the language. Voices may load late, or be installed while the page is open. */
export function useVoice(speech: Speech, language: string): boolean {
  const [has, setHas] = useState(() => voiceFor(speech, language) !== null)
  useEffect(() => {
    const look = () => setHas(voiceFor(speech, language) !== null)
    look()
    speech.speechSynthesis.addEventListener("voiceschanged", look)
    return () => speech.speechSynthesis.removeEventListener("voiceschanged", look)
  }, [speech, language])
  return has
}
