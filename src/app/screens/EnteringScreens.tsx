import { adoptStyle } from "../adoptStyle.ts"
import type { EnteringRoute } from "../routing/route.ts"
import { ConfirmScreen } from "./ConfirmScreen.tsx"
import { EntrantScreen } from "./EntrantScreen.tsx"
import { EntryScreen } from "./EntryScreen.tsx"
import { PredictionScreen } from "./PredictionScreen.tsx"
import { QuestionScreen } from "./QuestionScreen.tsx"
import { ReviewScreen } from "./ReviewScreen.tsx"
import type { ScreenProps } from "./screenProps.ts"
import style from "./screens.css?inline"
import { WithDraft } from "./WithDraft.tsx"

adoptStyle(style)

/** The way of an entry from the entrant to the receipt: part of the second script. */
export function EnteringScreens({ app, route }: ScreenProps<EnteringRoute>) {
  const { screen, round } = route
  // Another citizen has agreed to nothing yet.
  if (screen === "entrant")
    return <EntrantScreen key={app.session.generation.value} app={app} round={round} />
  if (screen === "entry") return <EntryScreen app={app} round={round} />
  return (
    <WithDraft app={app} round={round} follows={screen === "question"}>
      {(draft) => {
        if (screen === "question") return <QuestionScreen app={app} draft={draft} step={route.step} />
        if (screen === "prediction") return <PredictionScreen app={app} draft={draft} />
        if (screen === "review") return <ReviewScreen app={app} draft={draft} />
        return <ConfirmScreen app={app} draft={draft} />
      }}
    </WithDraft>
  )
}
