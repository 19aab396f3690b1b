import { useEffect, useRef, useState } from "preact/hooks"
import { adoptStyle } from "../adoptStyle.ts"
import type { App } from "../createApp.ts"
import style from "./aloud.css?inline"
import { aloudWords } from "./aloudWords.ts"
import { languageOf, readAloud, type Speech } from "./speech.ts"
import { useVoice } from "./useVoice.ts"

adoptStyle(style)

type ReadAloudButtonProps = { app: App; speech: Speech; parts: readonly string[] }

/**
 * Reads the parts to whoever cannot well read them, and stops at the next tap, when the screen is left, and when the
 * page is hidden. Not there where the device has no voice for the first part.
 */
export function ReadAloudButton({ app, speech, parts }: ReadAloudButtonProps) {
  const locale = app.appearance.locale.value
  const hasVoice = useVoice(speech, languageOf(parts[0] ?? "", locale))
  const [isReading, setReading] = useState(false)
  const stop = useRef<() => void>(() => undefined)
  const halt = () => {
    stop.current()
    stop.current = () => undefined
    setReading(false)
  }
  useEffect(() => {
    const onHidden = () => document.visibilityState === "hidden" && halt()
    document.addEventListener("visibilitychange", onHidden)
    return () => {
      document.removeEventListener("visibilitychange", onHidden)
      stop.current()
    }
  }, [])
  if (!hasVoice) return null
  const words = aloudWords[locale]
  return (
    <button
      type="button"
      class="text aloud"
      onClick={() => {
        if (isReading) return halt()
        setReading(true)
        stop.current = readAloud(speech, parts, locale, () => setReading(false))
      }}
    >
      <svg width="1.2em" height="1.2em" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3 9h4l6-5v16l-6-5H3z" fill="currentColor" />
        {isReading ? (
          <path d="M16 8l6 8m0-8l-6 8" stroke="currentColor" stroke-width="2" />
        ) : (
          <path d="M16 8q3 4 0 8m3-11q5 7 0 14" fill="none" stroke="currentColor" stroke-width="2" />
        )}
      </svg>{" "}
      {isReading ? words.stop : words.read}
    </button>
  )
}
