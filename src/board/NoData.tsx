import type { BoardData } from "./boardData.ts"
import type { Feed } from "./feed.ts"
import type { BoardWords } from "./viBoard.ts"

/** Before the first figures are there: on the way, or not to be had. */
export function NoData({ feed, words }: { feed: Feed<BoardData>; words: BoardWords }) {
  const isLost = feed.state.value === "lost"
  return (
    <div class="board">
      <main aria-busy={!isLost}>
        <h1>{isLost ? words.failed : words.loading}</h1>
        {isLost && (
          <>
            <p>{words.failedBody}</p>
            <button type="button" class="button" onClick={() => void feed.refresh()}>
              {words.retry}
            </button>
          </>
        )}
      </main>
    </div>
  )
}
