import { useRef, useState } from "preact/hooks"
import type { ComplaintReceipt } from "../../contract/complaint.ts"
import { complaintKinds, maxComplaintLength } from "../../contract/complaintTerms.ts"
import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { ErrorSummary } from "../parts/ErrorSummary.tsx"
import { FieldError } from "../parts/FieldError.tsx"
import { readingWordsOf } from "../screens/words.ts"
import { ComplaintFailed } from "./ComplaintFailed.tsx"
import { ComplaintText } from "./ComplaintText.tsx"
import type { ComplaintDesk, Sent } from "./complaintDesk.ts"
import { type ComplaintFaults, complaintFaults, roundOfKind } from "./complaintFaults.ts"
import { RoundPicker } from "./RoundPicker.tsx"

type ComplaintFormProps = { app: App; desk: ComplaintDesk; onSent(receipt: ComplaintReceipt): void }

/** What it is about, which week, and what happened. Faults are shown once sending was tried. */
export function ComplaintForm({ app, desk, onSent }: ComplaintFormProps) {
  const { complaint } = readingWordsOf(app)
  const [attempt, setAttempt] = useState(0)
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<(Sent & { ok: false }) | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const writing = desk.writing.value
  const { kind } = writing
  const found = complaintFaults(writing)
  const faults: ComplaintFaults = attempt > 0 ? found : {}
  const words = {
    kindMissing: complaint.kindMissing,
    roundMissing: complaint.roundMissing,
    textMissing: complaint.textMissing,
    tooLong: complaint.tooLong(app.format.value.number(maxComplaintLength)),
  }
  const focusOn = (name: string) => form.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus()
  const send = async () => {
    if (sending) return
    setFailed(null)
    if (kind === null || Object.keys(found).length > 0) return setAttempt(attempt + 1)
    setSending(true)
    const sent = await desk.send(kind)
    setSending(false)
    if (sent.ok) onSent(sent.receipt)
    else setFailed(sent)
  }
  return (
    <form
      ref={form}
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {Object.keys(faults).length > 0 && (
        <ErrorSummary
          title={complaint.errorTitle}
          attempt={attempt}
          faults={Object.entries(faults).map(([field, fault]) => ({
            text: words[fault],
            onPress: () => focusOn(field),
          }))}
        />
      )}
      <fieldset class="field" aria-describedby={faults.kind && "kind-error"}>
        <legend>{complaint.kind}</legend>
        {faults.kind && <FieldError id="kind-error">{words[faults.kind]}</FieldError>}
        {complaintKinds.map((id) => (
          <label key={id} class="option">
            <input
              type="radio"
              name="kind"
              checked={kind === id}
              onChange={() => desk.write({ kind: id, ...(roundOfKind[id] === "none" && { round: null }) })}
            />
            <span>{complaint.kinds[id]}</span>
          </label>
        ))}
      </fieldset>
      {kind !== null && roundOfKind[kind] !== "none" && (
        <RoundPicker
          app={app}
          chosen={writing.round}
          optional={roundOfKind[kind] === "possible"}
          error={faults.round ? words[faults.round] : null}
          onChoose={(round) => desk.write({ round })}
        />
      )}
      <ComplaintText app={app} desk={desk} error={faults.text ? words[faults.text] : null} />
      {failed && <ComplaintFailed app={app} failed={failed} />}
      <div class="actions">
        <Button busy={sending} onPress={() => void send()}>
          {sending ? complaint.sending : complaint.send}
        </Button>
      </div>
    </form>
  )
}
