import type { App } from "../createApp.ts"
import { openHost, signIn } from "../home/actions.ts"
import { signInFault } from "../home/signInFault.ts"
import { Button } from "../parts/Button.tsx"
import { Contact } from "../parts/Contact.tsx"
import { Heading } from "../parts/Heading.tsx"
import type { ReadingRoute } from "../routing/route.ts"
import { readingWordsOf } from "../screens/words.ts"
import { ComplaintDeskView } from "./ComplaintDeskView.tsx"

type ComplaintScreenProps = { app: App; route: ReadingRoute & { screen: "complaint" } }

/** A complaint to the organiser. It needs somebody to answer: without an account it leads to signing in. */
export function ComplaintScreen({ app, route }: ComplaintScreenProps) {
  const { complaint, citizen } = readingWordsOf(app)
  const { state, settled, generation, refusal } = app.session
  if (state.value === "out" || state.value === "standalone")
    return (
      <>
        <Heading app={app}>{complaint.title}</Heading>
        <p>{state.value === "out" ? complaint.signIn : complaint.standalone}</p>
        {refusal.value && (
          <p class="notice warn" role="alert">
            {signInFault(app, refusal.value).body}
          </p>
        )}
        <div class="actions">
          {state.value === "out" ? (
            <Button onPress={() => void signIn(app)}>{citizen.signIn}</Button>
          ) : (
            <Button onPress={() => void openHost(app)}>{citizen.openHost}</Button>
          )}
        </div>
        <Contact app={app} />
      </>
    )
  if (!settled.value) return <Heading app={app}>{complaint.title}</Heading>
  // Another citizen begins with a desk of their own: nothing of the first stays on the screen.
  return <ComplaintDeskView key={generation.value} app={app} kind={route.kind} round={route.round} />
}
