import "../app/tokens.css"
import "./poster.css"
import { render } from "preact"
import { boardApi } from "./boardApi.ts"
import { readBoardConfig } from "./boardConfig.ts"
import { speak } from "./boardWords.ts"
import { dress } from "./dress.ts"
import { loadWords } from "./loadWords.ts"
import { Poster } from "./Poster.tsx"
import { readWish } from "./wish.ts"

const wish = readWish(location.search)
const root = document.getElementById("app") ?? document.body
// Paper is white.
dress(document.documentElement, { ...wish, theme: "light", textScale: 1, isScreen: false })

const plainFetch: typeof fetch = (...request) => fetch(...request)
const words = await loadWords(wish.lang)
const { board } = words

render(<p class="sheet-tools">{board.loading}</p>, root)
await show().catch(() => {
  // The service or the network: the sheet is for printing, so somebody stands before it and can try again.
  render(
    <p class="sheet-tools">
      {board.failed}{" "}
      <button type="button" onClick={() => location.reload()}>
        {board.retry}
      </button>
    </p>,
    root,
  )
})

async function show(): Promise<void> {
  const config = await readBoardConfig(plainFetch, location.href)
  const contest = await boardApi(config, plainFetch).contest()
  document.title = contest.title
  render(
    <>
      <p class="sheet-tools">
        <button type="button" onClick={() => print()}>
          {board.poster.print}
        </button>
        <span>{board.poster.printHint}</span>
      </p>
      <Poster contest={contest} contestLink={config.contestLink} speech={speak(words, contest.timeZone)} />
    </>,
    root,
  )
}
