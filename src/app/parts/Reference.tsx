import { useEffect, useState } from "preact/hooks"
import { participantReference } from "../../contract/participantReference.ts"
import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import { Button } from "./Button.tsx"

/** By which the organiser finds this citizen, for whoever is signed in; copied by a tap where the phone allows it. */
export function Reference({ app }: { app: App }) {
  const { reference } = readingWordsOf(app).help
  const owner = app.session.owner.value
  const [code, setCode] = useState<{ owner: string; text: string } | null>(null)
  const [note, setNote] = useState("")
  useEffect(() => {
    if (owner === null) return
    // Without hashing (an insecure page) there is none to show.
    void participantReference(owner).then(
      (text) => setCode({ owner, text }),
      () => setCode(null),
    )
  }, [owner])
  if (app.session.state.value !== "in") return null
  const text = code?.owner === owner ? code.text : null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text ?? "")
      setNote(reference.copied)
    } catch {
      // Not granted, or a webview without a clipboard.
      setNote(reference.notCopied)
    }
  }
  return (
    <section class="field">
      <h2>{reference.title}</h2>
      {text && <p class="code">{text}</p>}
      <p class="soft">{text || owner !== null ? reference.what : reference.later}</p>
      {text && (
        <>
          <Button kind="second" onPress={() => void copy()}>
            {reference.copy}
          </Button>
          <p class="small" aria-live="polite">
            {note}
          </p>
        </>
      )}
    </section>
  )
}
