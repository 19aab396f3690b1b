import "./screens.css"
import { pathOf } from "../routing/route.ts"
import { AnswersScreen } from "./AnswersScreen.tsx"
import { ConfirmScreen } from "./ConfirmScreen.tsx"
import { DocumentsScreen } from "./DocumentsScreen.tsx"
import { EntrantScreen } from "./EntrantScreen.tsx"
import { EntryScreen } from "./EntryScreen.tsx"
import { HelpScreen } from "./HelpScreen.tsx"
import { MyEntriesScreen } from "./MyEntriesScreen.tsx"
import { PredictionScreen } from "./PredictionScreen.tsx"
import { QuestionScreen } from "./QuestionScreen.tsx"
import { ResultsScreen } from "./ResultsScreen.tsx"
import { ReviewScreen } from "./ReviewScreen.tsx"
import { RulesScreen } from "./RulesScreen.tsx"
import type { ScreenProps } from "./screenProps.ts"
import { WinnersScreen } from "./WinnersScreen.tsx"
import { WithContest } from "./WithContest.tsx"
import { WithDraft } from "./WithDraft.tsx"

/** Every screen after the home card, one script. */
export function Screens({ app, route }: ScreenProps) {
  return (
    <main key={pathOf(route)}>
      <WithContest app={app}>{() => <Screen app={app} route={route} />}</WithContest>
    </main>
  )
}

function Screen({ app, route }: ScreenProps) {
  switch (route.screen) {
    case "rules":
      return <RulesScreen app={app} />
    case "documents":
      return <DocumentsScreen app={app} />
    case "my-entries":
      return <MyEntriesScreen app={app} />
    case "help":
      return <HelpScreen app={app} />
    case "entrant":
      return <EntrantScreen app={app} round={route.round} />
    case "question":
      return (
        <WithDraft app={app} round={route.round}>
          {(draft) => <QuestionScreen app={app} draft={draft} step={route.step} />}
        </WithDraft>
      )
    case "prediction":
      return (
        <WithDraft app={app} round={route.round}>
          {(draft) => <PredictionScreen app={app} draft={draft} />}
        </WithDraft>
      )
    case "review":
      return (
        <WithDraft app={app} round={route.round}>
          {(draft) => <ReviewScreen app={app} draft={draft} />}
        </WithDraft>
      )
    case "confirm":
      return (
        <WithDraft app={app} round={route.round}>
          {(draft) => <ConfirmScreen app={app} draft={draft} />}
        </WithDraft>
      )
    case "entry":
      return <EntryScreen app={app} round={route.round} />
    case "results":
      return <ResultsScreen app={app} round={route.round} />
    case "answers":
      return <AnswersScreen app={app} round={route.round} />
    case "winners":
      return <WinnersScreen app={app} round={route.round} />
    case "home":
      return null
  }
}
