import type { HostPage } from "../page/hostPage.ts"
import { readDuration, writeDuration } from "../scenario/duration.ts"
import { zoneName } from "../scenario/localTime.ts"
import { Choice } from "./Choice.tsx"
import { LocalTimeField } from "./LocalTimeField.tsx"
import { RoundTable } from "./RoundTable.tsx"

const usualSkews = ["0", "3m", "-3m", "2h", "-2h", "1d", "-7d", "real"]

/** The service's clock, what happens at it, and how wrong the phone's is. */
export function ClockPanel({ page }: { page: HostPage }) {
  const { skewMs, at } = page.scenario.value
  const now = page.clock.now.value
  const skew = skewMs === null ? "real" : writeDuration(skewMs)
  return (
    <section class="panel wide" aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <p class="clock">
        <time>{now === null ? "–" : timeText(now)}</time> <small>service, {zoneName}</small>
      </p>
      <RoundTable page={page} />
      <div class="row">
        <LocalTimeField label="Set to" at={at} commit={(at) => void page.jump(at)} />
        <Choice
          label="Phone’s clock against it"
          value={skew}
          options={usualSkews.map((text) => [text, skewText(text)])}
          choose={(text) =>
            page.changeAndOpen({ skewMs: text === "real" ? null : (readDuration(text) ?? 0) })
          }
        />
        <button type="button" onClick={page.reset}>
          Reset the service
        </button>
        <button type="button" onClick={page.forget}>
          Empty the phone
        </button>
      </div>
    </section>
  )
}

const timeFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: zoneName,
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
})

function timeText(instant: number): string {
  return timeFormat.format(instant)
}

function skewText(skew: string): string {
  if (skew === "0") return "Right"
  if (skew === "real") return "This browser’s own"
  return skew.startsWith("-") ? `${skew.slice(1)} slow` : `${skew} fast`
}
