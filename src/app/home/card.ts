import type { ComponentChildren } from "preact"
import type { Route } from "../routing/route.ts"

/** What a button of a card does: go to a screen, or act. */
export type CardAction = { label: string } & ({ to: Route } | { act: () => unknown })

/** What a state looks like: at most one primary action, and a second only beside it. */
export type Card = {
  title: string
  body: ComponentChildren[]
  first?: CardAction
  second?: CardAction
  /** Something is under way: nothing to do but wait. */
  busy?: boolean
}
