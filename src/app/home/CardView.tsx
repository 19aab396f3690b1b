import { Component } from "preact"
import type { Front } from "../createFront.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import type { Card, CardAction } from "./card.ts"

/** A state as a card: what it is, what that means, what to do. */
export function CardView({ app, card }: { app: Front; card: Card }) {
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

type ActionButtonProps = { app: Front; action: CardAction; kind: "first" | "second" }

// A class, as Heading is: the first script does without preact/hooks.
class ActionButton extends Component<ActionButtonProps, { busy: boolean }> {
  async press() {
    const { app, action } = this.props
    if ("to" in action) return app.router.go(action.to)
    this.setState({ busy: true })
    try {
      await action.act()
    } catch {
      // What would have acted could not be loaded.
      app.status.announce(app.words.card.peek().loadFailed.body)
    }
    this.setState({ busy: false })
  }

  render({ action, kind }: ActionButtonProps) {
    return (
      <Button kind={kind} busy={this.state.busy === true} onPress={() => void this.press()}>
        {action.label}
      </Button>
    )
  }
}
