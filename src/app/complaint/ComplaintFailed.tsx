import { complaintsADay } from "../../contract/complaintTerms.ts"
import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import type { Sent } from "./complaintDesk.ts"

const hourSeconds = 3600

/** Why it was not sent, and what to do; the text is still there. */
export function ComplaintFailed({ app, failed }: { app: App; failed: Sent & { ok: false } }) {
  const { failed: words, slowDown } = readingWordsOf(app).complaint
  const isSlow = failed.code === "slow-down"
  return (
    <div class="notice warn" role="alert">
      <p>
        <strong>{isSlow ? slowDown.title : words.title}</strong>
      </p>
      <p>{isSlow ? waiting(failed.afterSeconds) : words[failed.code]}</p>
    </div>
  )

  // The limit of the day asks for hours; every other one is over in minutes.
  function waiting(seconds: number | null): string {
    return seconds !== null && seconds < hourSeconds
      ? slowDown.soon(Math.max(1, Math.ceil(seconds / 60)))
      : slowDown.perDay(complaintsADay, Math.ceil((seconds ?? 24 * hourSeconds) / hourSeconds))
  }
}
