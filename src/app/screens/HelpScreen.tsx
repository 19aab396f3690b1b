import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Contact } from "../parts/Contact.tsx"
import { Heading } from "../parts/Heading.tsx"
import { Reference } from "../parts/Reference.tsx"
import { Settings } from "../parts/Settings.tsx"
import { readingWordsOf } from "./words.ts"

/** The size of text first, for whoever cannot read the rest; answers to what people ask; whom to ask, and how. */
export function HelpScreen({ app }: { app: App }) {
  const { help } = readingWordsOf(app)
  return (
    <>
      <Heading app={app}>{help.title}</Heading>
      <Settings app={app} />
      <section>
        <h2>{help.asked}</h2>
        <div class="faq">
          {help.questions.map(({ q, a }) => (
            <details key={q}>
              <summary>{q}</summary>
              <p>{a}</p>
            </details>
          ))}
        </div>
      </section>
      <Contact app={app} />
      <Button kind="second" onPress={() => app.router.go({ screen: "complaint" })}>
        {help.complain}
      </Button>
      <Reference app={app} />
    </>
  )
}
