import type { ComponentChildren } from "preact"
import type { Route } from "../routing/route.ts"

/** What a button of a card does: go to a screen, or act. */
export type CardAction = { label: string } & ({ to: Route } | { act: () => unknown })

/** What a state looks like: at most one primary action. */
export type Card = {
  title: string
  body: ComponentChildren[]
  first?: CardAction
  second?: CardAction
}
