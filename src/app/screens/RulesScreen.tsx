import type { App } from "../createApp.ts"
import { Aloud } from "../parts/Aloud.tsx"
import { Heading } from "../parts/Heading.tsx"
import { rulesSections } from "./rulesSections.ts"
import { readingWordsOf } from "./words.ts"

/** The rules in force, generated from the definition so that they cannot disagree with what the service does. */
export function RulesScreen({ app }: { app: App }) {
  const { rules } = readingWordsOf(app)
  const view = app.contest.view.value
  if (!view) return null
  const sections = rulesSections(view, rules, app.format.value)
  return (
    <>
      <Heading app={app}>{rules.title}</Heading>
      <p class="soft">{rules.intro}</p>
      <Aloud
        app={app}
        parts={[
          ...sections.flatMap(({ heading, lines }) => [heading, ...lines]),
          ...view.rules.flatMap(({ heading, text }) => [heading, text]),
        ]}
      />
      {sections.map(({ heading, lines, ordered }) => {
        const List = ordered ? "ol" : "ul"
        return (
          <section key={heading} class="rules">
            <h2>{heading}</h2>
            <List class="plain">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </List>
          </section>
        )
      })}
      {view.rules.length > 0 && (
        <section class="rules">
          <h2>{rules.fromOrganiser}</h2>
          {view.rules.map(({ heading, text }) => (
            <div key={heading}>
              <h3>{heading}</h3>
              <p>{text}</p>
            </div>
          ))}
        </section>
      )}
      <p class="small soft">{rules.version(view.rulesVersion)}</p>
    </>
  )
}
