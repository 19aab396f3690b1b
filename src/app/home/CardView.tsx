import { useState } from "preact/hooks"
import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import type { Card, CardAction } from "./card.ts"

/** A state as a card: what it is, what that means, what to do. */
export function CardView({ app, card }: { app: App; card: Card }) {
  return (
    <section class="card" aria-busy={card.busy === true}>
      <Heading app={app}>{card.title}</Heading>
      {card.body.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      {card.first && (
        <div class="actions">
          <ActionButton app={app} action={card.first} kind="first" />
          {card.second && <ActionButton app={app} action={card.second} kind="second" />}
        </div>
      )}
    </section>
  )
}

function ActionButton({ app, action, kind }: { app: App; action: CardAction; kind: "first" | "second" }) {
  const [busy, setBusy] = useState(false)
  const press = async () => {
    if ("to" in action) return app.router.go(action.to)
    setBusy(true)
    await action.act()
    setBusy(false)
  }
  return (
    <Button kind={kind} busy={busy} onPress={() => void press()}>
      {action.label}
    </Button>
  )
}
