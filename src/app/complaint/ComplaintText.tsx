import { maxComplaintLength } from "../../contract/complaintTerms.ts"
import type { App } from "../createApp.ts"
import { FieldError } from "../parts/FieldError.tsx"
import { readingWordsOf } from "../screens/words.ts"
import type { ComplaintDesk } from "./complaintDesk.ts"
import { complaintLength } from "./complaintFaults.ts"

type ComplaintTextProps = { app: App; desk: ComplaintDesk; error: string | null }

/** The text, with how much room is left. Nothing is cut off: what is too long is said. */
export function ComplaintText({ app, desk, error }: ComplaintTextProps) {
  const { complaint } = readingWordsOf(app)
  const { number } = app.format.value
  const { text } = desk.writing.value
  const left = maxComplaintLength - complaintLength(text)
  return (
    <div class="field">
      <label for="text">{complaint.text}</label>
      <p id="text-hint" class="small soft">
        {complaint.textHint}
      </p>
      {error && <FieldError id="text-error">{error}</FieldError>}
      <textarea
        id="text"
        name="text"
        rows={6}
        value={text}
        aria-invalid={error !== null}
        aria-describedby={error ? "text-error text-hint text-left" : "text-hint text-left"}
        onInput={(event) => desk.write({ text: event.currentTarget.value })}
      />
      <p id="text-left" class={left < 0 ? "small error" : "small soft"}>
        {left < 0 ? complaint.over(number(-left)) : complaint.left(number(left))}
      </p>
      {desk.isKept.value ? (
        <p class="small soft">{complaint.kept}</p>
      ) : (
        <p class="notice warn">{complaint.notKept}</p>
      )}
    </div>
  )
}
