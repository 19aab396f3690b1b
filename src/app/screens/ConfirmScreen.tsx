import { signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { predictionOf, submit } from "../entering/quiz.ts"
import { kept, whenMounted } from "../kept.ts"
import { Button } from "../parts/Button.tsx"
import { FieldError } from "../parts/FieldError.tsx"
import { Heading } from "../parts/Heading.tsx"
import { fetchReceiptCard } from "../receipt/receiptScript.ts"
import type { Draft } from "../state/draft.ts"
import { wordsOf } from "./words.ts"

/** The last word before sealing: it cannot be undone, and says so. */
export function ConfirmScreen({ app, draft }: { app: App; draft: Draft }) {
  const words = wordsOf(app)
  const state = kept(() => signal<"asking" | "sealing" | "failed">("asking"))
  // There before the answer is.
  whenMounted(() => void fetchReceiptCard(app))
  const prediction = predictionOf(app, draft)
  const send = async () => {
    state.value = "sealing"
    const sealed = await submit(app, draft)
    if (sealed === "incomplete") return app.router.replace({ screen: "review", round: draft.round })
    if (sealed === "not-sealed") state.value = "failed"
    else app.router.resetTo({ screen: "entry", round: draft.round })
  }
  return (
    <>
      <Heading app={app}>{words.confirm.title}</Heading>
      <p>{words.confirm.body}</p>
      {prediction !== null && <p>{words.confirm.prediction(app.format.value.number(prediction))}</p>}
      {state.value === "failed" && <FieldError id="not-stored">{words.confirm.notStored}</FieldError>}
      <div class="actions">
        <Button busy={state.value === "sealing"} onPress={() => void send()}>
          {state.value === "sealing" ? words.confirm.sealing : words.confirm.submit}
        </Button>
        <Button kind="second" onPress={() => app.router.back()}>
          {words.cancel}
        </Button>
      </div>
    </>
  )
}
