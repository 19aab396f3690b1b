import type { App } from "../createApp.ts"
import { Heading } from "../parts/Heading.tsx"
import { readingWordsOf } from "./words.ts"

/** What to study, as the definition lists it. */
export function DocumentsScreen({ app }: { app: App }) {
  const { documents } = readingWordsOf(app)
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
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
