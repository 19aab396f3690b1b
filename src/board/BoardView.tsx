import type { ReadonlySignal } from "@preact/signals"
import { Bridge } from "../app/home/Bridge.tsx"
import { type BoardData, roundsBegun } from "./boardData.ts"
import { type AllWords, type Speech, speak } from "./boardWords.ts"
import type { Feed } from "./feed.ts"
import { NoData } from "./NoData.tsx"
import { RoundPage } from "./RoundPage.tsx"
import { StandingsPage } from "./StandingsPage.tsx"
import { addressOf, type Wish } from "./wish.ts"

type BoardViewProps = {
  feed: Feed<BoardData>
  words: AllWords
  wish: Wish
  /** The URL's query, which links to other pages keep. */
  search: string
  contestLink: ReadonlySignal<string | null>
}

/** The board as a page of its own or in a frame of the ward's page. */
export function BoardView({ feed, words, wish, search, contestLink }: BoardViewProps) {
  const data = feed.data.value
  if (!data) return <NoData feed={feed} words={words.board} />
  const speech = speak(words, data.contest.timeZone)
  const { board } = speech
  const { contest } = data
  return (
    <div class="board">
      <div class="band">
        <p class="contest">{contest.title}</p>
        <Bridge rounds={contest.rounds.length} current={roundsBegun(contest)} />
      </div>
      <Pages data={data} wish={wish} search={search} speech={speech} />
      <p role="status" class={`status ${feed.state.value === "lost" ? "" : "quiet"}`}>
        {feed.state.value === "lost" && board.lost(speech.format.moment(data.standings.asOf))}
      </p>
      <main>
        {wish.view === "round" ? (
          <RoundPage data={data} asked={wish.round} speech={speech} />
        ) : (
          <StandingsPage data={data} speech={speech} />
        )}
      </main>
      <footer>
        <p>{board.proof}</p>
        <p class="row">
          {contestLink.value && (
            <a href={contestLink.value} target="_top">
              {board.openContest}
            </a>
          )}
          <a
            href={addressOf(search, { lang: words.lang === "vi" ? "en" : null })}
            hreflang={otherLang(words)}
          >
            <span lang={otherLang(words)}>{board.otherLanguage}</span>
          </a>
        </p>
      </footer>
    </div>
  )
}

function otherLang({ lang }: AllWords): string {
  return lang === "vi" ? "en" : "vi"
}

type PagesProps = { data: BoardData; wish: Wish; search: string; speech: Speech }

function Pages({ data: { contest, round }, wish, search, speech: { board, standings } }: PagesProps) {
  const shown = wish.view === "round" ? round?.round.number : "standings"
  const pages = [
    { key: "standings", name: standings.title, to: { view: null, round: null } },
    ...contest.rounds.map(({ number }) => ({
      key: number,
      name: board.round(number),
      to: { view: "round", round: String(number) },
    })),
  ]
  return (
    <nav aria-label={board.pages} class="pages">
      {pages.map(({ key, name, to }) => (
        <a key={key} href={addressOf(search, to)} aria-current={key === shown ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}
