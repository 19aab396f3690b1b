import { useEffect, useState } from "preact/hooks"
import type { App } from "../createApp.ts"
import { signIn } from "../home/actions.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { Link } from "../parts/Link.tsx"
import { MyRound } from "../parts/MyRound.tsx"
import { readingWordsOf } from "./words.ts"

/** The citizen's rounds, all of the contest: entries, receipts, results. Without network, what this phone has kept. */
export function MyEntriesScreen({ app }: { app: App }) {
  const { mine, citizen, help } = readingWordsOf(app)
  const rounds = app.contest.view.value?.rounds ?? []
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    setAsked(false)
    // A failure leaves `known` as it was: that is what is told.
    void app.entries.refresh().then(
      () => setAsked(true),
      () => setAsked(true),
    )
  }, [app.session.claims.value])
  if (app.session.state.value === "out" || app.session.state.value === "standalone")
    return (
      <>
        <Heading app={app}>{mine.title}</Heading>
        <p>{mine.signIn}</p>
        {app.session.state.value === "out" && (
          <Button onPress={() => void signIn(app)}>{citizen.signIn}</Button>
        )}
      </>
    )
  return (
    <>
      <Heading app={app}>{mine.title}</Heading>
      {asked && !app.entries.known.value && <p class="notice warn">{mine.unknown}</p>}
      <ul class="sheets">
        {rounds.map((round) => (
          <li key={round.number}>
            <MyRound app={app} round={round} />
          </li>
        ))}
      </ul>
      <p class="row">
        <Link app={app} to={{ screen: "complaint" }}>
          {help.complain}
        </Link>
      </p>
    </>
  )
}
