import "../app/tokens.css"
import "../app/base.css"
import "../app/standings/standings.css"
import "./board.css"
import "./screen.css"
import { signal } from "@preact/signals"
import { render } from "preact"
import { answerHeight } from "./answerHeight.ts"
import { BoardView } from "./BoardView.tsx"
import { boardApi } from "./boardApi.ts"
import { readBoardConfig } from "./boardConfig.ts"
import { loadBoard } from "./boardData.ts"
import { dress } from "./dress.ts"
import { type After, createFeed } from "./feed.ts"
import { loadWords } from "./loadWords.ts"
import { ScreenView } from "./ScreenView.tsx"
import { readWish } from "./wish.ts"

/** Results change once a week, standings with them: often enough to be there soon after they are published. */
const everyMs = 120_000

const wish = readWish(location.search)
const root = document.getElementById("app") ?? document.body
dress(document.documentElement, wish)
// Before anything is fetched, so that the page around this one is heard from its first question on.
if (!wish.isScreen) answerHeight(window, root)

const plainFetch: typeof fetch = (...request) => fetch(...request)
const after: After = (ms, action) => {
  const timer = setTimeout(action, ms)
  return () => clearTimeout(timer)
}
const contestLink = signal<string | null>(null)
const feed = createFeed(
  async () => {
    const config = await readBoardConfig(plainFetch, location.href)
    contestLink.value = config.contestLink
    return loadBoard(boardApi(config, plainFetch), wish)
  },
  after,
  everyMs,
)
void feed.refresh()
addEventListener("online", () => void feed.refresh())

const words = await loadWords(wish.lang)
document.title = words.card.appName
feed.data.subscribe((data) => {
  if (data) document.title = data.contest.title
})
render(
  wish.isScreen ? (
    <ScreenView
      feed={feed}
      words={words}
      secondsPerPage={wish.secondsPerPage}
      after={after}
      contestLink={contestLink}
    />
  ) : (
    <BoardView feed={feed} words={words} wish={wish} search={location.search} contestLink={contestLink} />
  ),
  root,
)
