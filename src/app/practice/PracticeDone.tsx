import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { readingWordsOf } from "../screens/words.ts"
import { beginPractice, practiceRun, practiceScore } from "./practiceRun.ts"
import { WithPractice } from "./WithPractice.tsx"

/** How the practice run went, and back to the card. No receipt, no tick: nothing was received. */
export function PracticeDone({ app }: { app: App }) {
  const { practice, card } = readingWordsOf(app)
  const { router } = app
  return (
    <WithPractice app={app}>
      {(questions) => {
        const { right, answered, of } = practiceScore(questions, practiceRun(app).answers.value)
        return (
          <>
            <Heading app={app}>{practice.done}</Heading>
            <p class="tally">{practice.score(right, of)}</p>
            {answered < of && <p>{practice.unanswered(of - answered)}</p>}
            <p class="soft">{practice.notSent}</p>
            <div class="actions">
              <Button
                onPress={() => {
                  beginPractice(app)
                  router.resetTo({ screen: "home" })
                }}
              >
                {card.home}
              </Button>
              <Button
                kind="second"
                onPress={() => {
                  beginPractice(app)
                  router.replace({ screen: "practice", step: 1 })
                }}
              >
                {practice.again}
              </Button>
            </div>
          </>
        )
      }}
    </WithPractice>
  )
}
