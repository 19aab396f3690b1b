import { computed, type ReadonlySignal } from "@preact/signals"
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks"
import { Bridge } from "../app/home/Bridge.tsx"
import { type BoardData, roundsBegun } from "./boardData.ts"
import { type AllWords, type Speech, speak } from "./boardWords.ts"
import { type Cycle, createCycle, turnByKey } from "./cycle.ts"
import type { After, Feed } from "./feed.ts"
import { NoData } from "./NoData.tsx"
import { SlideView } from "./SlideView.tsx"
import { shrinkToFit } from "./shrinkToFit.ts"
import { slidesOf } from "./slides.ts"

type ScreenViewProps = {
  feed: Feed<BoardData>
  words: AllWords
  secondsPerPage: number
  after: After
  contestLink: ReadonlySignal<string | null>
}

/** The board on a notice screen: page after page, until somebody pauses it. */
export function ScreenView({ feed, words, secondsPerPage, after, contestLink }: ScreenViewProps) {
  const slides = useMemo(() => computed(() => (feed.data.value ? slidesOf(feed.data.value) : [])), [feed])
  const cycle = useMemo(
    () =>
      createCycle(
        computed(() => slides.value.length),
        after,
        secondsPerPage * 1000,
      ),
    [slides, after, secondsPerPage],
  )
  useFitting()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey } = event
      // With these, keys are the browser's.
      if (altKey || ctrlKey || metaKey) return
      const isOnControl = target instanceof Element && target.closest("button, a") !== null
      if (turnByKey(cycle, key, isOnControl)) event.preventDefault()
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [cycle])

  const data = feed.data.value
  if (!data) return <NoData feed={feed} words={words.board} />
  const { contest, standings } = data
  const speech = speak(words, contest.timeZone)
  const slide = slides.value[cycle.index.value]
  const isLost = feed.state.value === "lost"
  return (
    <div class="screen">
      <div class="band">
        <p class="contest">{contest.title}</p>
        <Bridge rounds={contest.rounds.length} current={roundsBegun(contest)} />
      </div>
      {/* What turns by itself must not be read out again and again; what somebody turned may. */}
      <main aria-live={cycle.isPaused.value ? "polite" : "off"}>
        {slide ? (
          <div key={slide.key} class="slide">
            <SlideView slide={slide} data={data} speech={speech} contestLink={contestLink.value} />
          </div>
        ) : (
          <h1>{contest.title}</h1>
        )}
      </main>
      <footer>
        <p role="status" class={isLost ? "lost" : undefined}>
          {isLost
            ? speech.board.lost(speech.format.moment(standings.asOf))
            : speech.board.screen.asOf(speech.format.moment(standings.asOf))}
        </p>
        <Controls cycle={cycle} pages={slides.value.length} speech={speech} />
      </footer>
    </div>
  )
}

/** On a screen, not on a phone that looks at the same page: there the text keeps its size, and one scrolls. */
const largeScreen = "(min-width: 60em) and (min-height: 33em)"

/** Nobody can scroll a notice screen: each of its pages is made to fit. */
function useFitting(): void {
  const fit = () => {
    const root = document.documentElement
    const apply = (size: number) => root.style.setProperty("--fit", size.toFixed(2))
    if (matchMedia(largeScreen).matches) shrinkToFit(root, apply)
    else apply(1)
  }
  useLayoutEffect(fit)
  useEffect(() => {
    addEventListener("resize", fit)
    return () => removeEventListener("resize", fit)
  }, [])
}

function Controls({ cycle, pages, speech }: { cycle: Cycle; pages: number; speech: Speech }) {
  const { screen } = speech.board
  if (pages < 2) return null
  return (
    <div class="controls">
      <span>{screen.place(cycle.index.value + 1, pages)}</span>
      <button type="button" aria-label={screen.previous} onClick={cycle.previous}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M15 4 7 12l8 8" />
        </svg>
      </button>
      <button type="button" onClick={cycle.togglePause}>
        {cycle.isPaused.value ? screen.play : screen.pause}
      </button>
      <button type="button" aria-label={screen.next} onClick={cycle.next}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m9 4 8 8-8 8" />
        </svg>
      </button>
    </div>
  )
}
