import type { ContestView, RoundView } from "../contract/contestView.ts"
import type { Speech } from "./boardWords.ts"
import { QrCode } from "./QrCode.tsx"

type JoinSlideProps = {
  round: RoundView
  contest: ContestView
  speech: Speech
  contestLink: string | null
}

/** How to enter the round that is open, or that opens next. */
export function JoinSlide({ round, contest, speech, contestLink }: JoinSlideProps) {
  const { board, card, format } = speech
  const isOpen = round.phase === "open"
  return (
    <div class="join">
      <div>
        <h1>{isOpen ? board.screen.nowOpen(round.number) : board.screen.nextRound(round.number)}</h1>
        <p class="join-when">
          {isOpen
            ? board.screen.closes(format.end(round.closesAt))
            : board.screen.opens(format.moment(round.opensAt))}
        </p>
        <p>{card.open.body(contest.paper.questions)}</p>
        <p class="safety">{board.safety}</p>
      </div>
      {contestLink && (
        <figure>
          <QrCode link={contestLink} label={board.poster.qr(contestLink)} />
          <figcaption>{board.screen.scan}</figcaption>
        </figure>
      )}
    </div>
  )
}
