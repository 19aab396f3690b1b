import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { Link } from "../parts/Link.tsx"
import { Knowledge } from "../practice/Knowledge.tsx"
import { readingWordsOf } from "./words.ts"

/** What to study: the definition's list, what can be read without network, and practice. */
export function DocumentsScreen({ app }: { app: App }) {
  const { documents, card } = readingWordsOf(app)
  const list = app.contest.view.value?.documents ?? []
  return (
    <>
      <Heading app={app}>{documents.title}</Heading>
      <p class="soft">{list.length > 0 ? documents.intro : documents.none}</p>
      <ul class="sheets">
        {list.map(({ title, number, issuer, date, url }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p class="small soft">
              {[
                number && documents.number(number),
                date && documents.dated(date.split("-").reverse().join("/")),
                issuer,
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
            {url && (
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                onClick={(event) => {
                  if (app.session.state.peek() === "standalone") return
                  // A webview may have no second window: the host knows where to open it.
                  event.preventDefault()
                  void app.deps.host.then((host) => host.open(url, "browser"))
                }}
              >
                {documents.open}
                <span class="hidden">: {title}</span>
                <span class="soft">&nbsp;({documents.needsNetwork})</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <Knowledge app={app} />
      <AnswersToRead app={app} />
      <div class="actions">
        <Button kind="second" onPress={() => app.router.go({ screen: "practice", step: 1 })}>
          {card.practice}
        </Button>
      </div>
    </>
  )
}

/** The explanations of rounds whose results are out. */
function AnswersToRead({ app }: { app: App }) {
  const { documents, card } = readingWordsOf(app)
  const published = app.contest.view.value?.rounds.filter(({ phase }) => phase === "published") ?? []
  if (published.length === 0) return null
  return (
    <section>
      <h2>{documents.answers}</h2>
      <p class="soft">{documents.answersIntro}</p>
      <ul class="links">
        {published.map(({ number }) => (
          <li key={number}>
            <Link app={app} to={{ screen: "answers", round: number }}>
              {card.round(number)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
