import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import { type Locale, textScales } from "../state/appearance.ts"
import { Chips } from "./Chips.tsx"

const languages: readonly { id: Locale; label: string; lang: string }[] = [
  { id: "vi", label: "Tiếng Việt", lang: "vi" },
  { id: "en", label: "English", lang: "en" },
]

/** The citizen's own settings: size of text and language. */
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
        onChoose={appearance.setTextScale}
      />
      <Chips
        legend={help.language}
        name="language"
        choices={languages}
        chosen={appearance.locale.value}
        onChoose={appearance.setLocale}
      />
    </>
  )
}
