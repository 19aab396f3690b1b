import { useLayoutEffect, useRef } from "preact/hooks"
import { Bridge } from "../app/home/Bridge.tsx"
import type { ContestView } from "../contract/contestView.ts"
import type { Speech } from "./boardWords.ts"
import { bridgeRows, posterFacts } from "./posterFacts.ts"
import { QrCode } from "./QrCode.tsx"
import { roundDays } from "./roundDays.ts"
import { shrinkToFit } from "./shrinkToFit.ts"

type PosterProps = { contest: ContestView; contestLink: string; speech: Speech }

/** The contest on one sheet A4, for the notice boards of wards and residential groups. */
export function Poster({ contest, contestLink, speech }: PosterProps) {
  const { board, card, rules } = speech
  const words = board.poster
  const { who, prizes, collectivePrizes, contact } = posterFacts(contest, rules)
  const sheet = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const { current } = sheet
    if (current) shrinkToFit(current, (size) => current.style.setProperty("--fit", size.toFixed(2)))
  })
  return (
    <main class="sheet" ref={sheet}>
      <header>
        <p class="sheet-organiser">{contest.organiser}</p>
        <h1>{contest.title}</h1>
      </header>
      <Weeks contest={contest} speech={speech} />
      <div class="sheet-middle">
        <div class="sheet-facts">
          <section>
            <h2>{words.who}</h2>
            {who.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
          <section>
            <h2>{words.what}</h2>
            <p>{card.open.body(contest.paper.questions)}</p>
          </section>
          <section>
            <h2>{words.prizes}</h2>
            <p>
              {words.everyRound}: {prizes.map(({ count, name }) => `${count}\u00a0${name}`).join(", ")}.
            </p>
            {collectivePrizes > 0 && (
              <p>
                {words.wholeContest}: {words.collective(collectivePrizes)}.
              </p>
            )}
          </section>
        </div>
        <figure>
          <QrCode link={contestLink} label={words.qr(contestLink)} />
          <figcaption>
            <strong>{board.screen.scan}</strong>
            <span class="sheet-link">{inWords(contestLink)}</span>
          </figcaption>
        </figure>
      </div>
      <section class="sheet-how">
        <h2>{words.how}</h2>
        <ol>
          {words.steps(card.start, contest.paper.questions).map(({ title, text }) => (
            <li key={title}>
              <strong>{title}</strong>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </section>
      <footer>
        <p class="sheet-safety">{board.safety}</p>
        <p>
          {words.contact}: {contact.join(" · ")}
        </p>
      </footer>
    </main>
  )
}

function Weeks({ contest, speech }: Pick<PosterProps, "contest" | "speech">) {
  return (
    <section class="sheet-weeks">
      {bridgeRows(contest.rounds).map((rounds) => (
        <div key={rounds[0]?.number}>
          {/* Past the last arch: no week stands out. */}
          <Bridge rounds={rounds.length} current={rounds.length + 1} />
          <ol>
            {rounds.map((round) => (
              <li key={round.number}>
                <strong>{speech.board.round(round.number)}</strong>
                <span>{roundDays(round, speech)}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

/** A web address as people type it. */
function inWords(link: string): string {
  return link.replace(/^https?:\/\//, "").replace(/\/$/, "")
}
