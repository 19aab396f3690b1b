import type { Speech } from "../aloud/speech.ts"
import { useVoice } from "../aloud/useVoice.ts"
import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import { type Locale, textScales } from "../state/appearance.ts"
import { Chips } from "./Chips.tsx"

const languages: readonly { id: Locale; label: string; lang: string }[] = [
  { id: "vi", label: "Tiếng Việt", lang: "vi" },
  { id: "en", label: "English", lang: "en" },
]

/** The citizen's own settings: size of text, language, reading aloud. */
export function Settings({ app }: { app: App }) {
  const { help } = readingWordsOf(app)
  const { appearance } = app
  return (
    <>
      <Chips
        legend={help.text}
        name="scale"
        choices={textScales.map((scale) => ({ id: scale, label: `${scale * 100} %` }))}
        chosen={appearance.textScale.value}
        onChoose={(scale) => appearance.choose({ scale })}
      />
      <Chips
        legend={help.language}
        name="language"
        choices={languages}
        chosen={appearance.locale.value}
        onChoose={(locale) => appearance.choose({ locale })}
      />
      {app.deps.speech && <AloudSwitch app={app} speech={app.deps.speech} />}
    </>
  )
}

/** Only where there is a voice: what cannot be had is not offered. */
function AloudSwitch({ app, speech }: { app: App; speech: Speech }) {
  const { help } = readingWordsOf(app)
  const { appearance } = app
  const [own, vietnamese] = [useVoice(speech, appearance.locale.value), useVoice(speech, "vi")]
  if (!own && !vietnamese) return null
  return (
    <Chips
      legend={help.aloud}
      name="aloud"
      choices={[
        { id: true, label: help.aloudOn },
        { id: false, label: help.aloudOff },
      ]}
      chosen={appearance.aloud.value}
      onChoose={(aloud) => appearance.choose({ aloud })}
    />
  )
}
