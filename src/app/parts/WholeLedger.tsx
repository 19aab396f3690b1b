import { useEffect, useState } from "preact/hooks"
import { routes } from "../../contract/routes.ts"
import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import { OutsideLink } from "./OutsideLink.tsx"

/** The whole ledger of a round to download, and the one command that recomputes everything from public data. */
export function WholeLedger({ app, round }: { app: App; round: number }) {
  const { ledger } = readingWordsOf(app)
  const [api, setApi] = useState<string | null>(null)
  useEffect(() => {
    // Without a configuration the page shows no contest either.
    app.deps.config.then(
      (config) => setApi(config.api),
      () => undefined,
    )
  }, [app])
  const contest = app.contest.view.value?.id
  if (api === null || contest === undefined) return null
  const absolute = (path: string) => new URL(api + path, app.deps.window.location.href).href
  return (
    <section>
      <h2>{ledger.whole}</h2>
      <p>{ledger.wholeBody}</p>
      <p class="command">
        <code>npm run contest -- verify {absolute(routes.round(contest, round))}</code>
      </p>
      <p class="row">
        <OutsideLink app={app} url={absolute(routes.ledger(contest, round))}>
          {ledger.download(round)}
        </OutsideLink>
      </p>
    </section>
  )
}
