import { adoptStyle } from "../adoptStyle.ts"
import { ComplaintScreen } from "../complaint/ComplaintScreen.tsx"
import { PracticeDone } from "../practice/PracticeDone.tsx"
import { PracticeScreen } from "../practice/PracticeScreen.tsx"
import practiceStyle from "../practice/practice.css?inline"
import type { ReadingRoute } from "../routing/route.ts"
import standingsStyle from "../standings/standings.css?inline"
import { AnswersScreen } from "./AnswersScreen.tsx"
import { DocumentsScreen } from "./DocumentsScreen.tsx"
import { HelpScreen } from "./HelpScreen.tsx"
import { LedgerScreen } from "./LedgerScreen.tsx"
import { MyEntriesScreen } from "./MyEntriesScreen.tsx"
import { ResultsScreen } from "./ResultsScreen.tsx"
import { RevisionsScreen } from "./RevisionsScreen.tsx"
import { RulesScreen } from "./RulesScreen.tsx"
import readingStyle from "./reading.css?inline"
import { StandingsScreen } from "./StandingsScreen.tsx"
import type { ScreenProps } from "./screenProps.ts"
import { WinnersScreen } from "./WinnersScreen.tsx"

adoptStyle(readingStyle + standingsStyle + practiceStyle)

/** Everything to read and look up beside the way of an entry: one script, fetched last. */
export function ReadingScreens({ app, route }: ScreenProps<ReadingRoute>) {
  switch (route.screen) {
    case "rules":
      return <RulesScreen app={app} />
    case "documents":
      return <DocumentsScreen app={app} />
    case "my-entries":
      return <MyEntriesScreen app={app} />
    case "help":
      return <HelpScreen app={app} />
    case "standings":
      return <StandingsScreen app={app} />
    case "revisions":
      return <RevisionsScreen app={app} round={route.round} />
    case "ledger":
      return <LedgerScreen app={app} round={route.round} />
    case "practice":
      return <PracticeScreen app={app} step={route.step} />
    case "practice-done":
      return <PracticeDone app={app} />
    case "complaint":
      return <ComplaintScreen app={app} route={route} />
    case "results":
      return <ResultsScreen app={app} round={route.round} />
    case "answers":
      return <AnswersScreen app={app} round={route.round} />
    case "winners":
      return <WinnersScreen app={app} round={route.round} />
  }
}
