import type { App } from "../createApp.ts"
import { Heading } from "../parts/Heading.tsx"
import { type Locale, textScales } from "../state/appearance.ts"
import { readingWordsOf } from "./words.ts"

const languages: readonly { id: Locale; name: string }[] = [
  { id: "vi", name: "Tiếng Việt" },
  { id: "en", name: "English" },
]

/** Answers to what people ask, whom to ask, and the size of text. */
export function HelpScreen({ app }: { app: App }) {
  const { help } = readingWordsOf(app)
  const contact = app.contest.view.value?.contact
  const { appearance } = app
  return (
    <>
      <Heading app={app}>{help.title}</Heading>
      <section class="faq">
        {help.questions.map(({ q, a }) => (
          <details key={q}>
            <summary>{q}</summary>
            <p>{a}</p>
          </details>
        ))}
      </section>
      {contact && (
        <section>
          <h2>{help.contact}</h2>
          <p>{contact.name}</p>
          {contact.address && (
            <p>
              {help.address}: {contact.address}
            </p>
          )}
          {contact.phone && (
            <p>
              {help.phone}: <a href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>{contact.phone}</a>
            </p>
          )}
          {contact.email && (
            <p>
              {help.email}: <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </p>
          )}
        </section>
      )}
      <fieldset class="field chips">
        <legend>{help.text}</legend>
        {textScales.map((scale) => (
          <label key={scale} class="chip">
            <input
              type="radio"
              name="scale"
              checked={appearance.textScale.value === scale}
              onChange={() => appearance.setTextScale(scale)}
            />
            <span>{scale * 100} %</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="field chips">
        <legend>{help.language}</legend>
        {languages.map(({ id, name }) => (
          <label key={id} class="chip">
            <input
              type="radio"
              name="language"
              checked={appearance.locale.value === id}
              onChange={() => appearance.setLocale(id)}
            />
            <span lang={id}>{name}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
