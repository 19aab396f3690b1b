import "../app/tokens.css"
import "../app/base.css"
import { render } from "preact"
import { readLook } from "./look.ts"
import { Overview } from "./Overview.tsx"
import { showState } from "./showState.ts"
import { states } from "./states.ts"

const wish = new URLSearchParams(location.search)
const root = document.getElementById("app") ?? document.body
const name = wish.get("state")

if (name === null) render(<Overview states={states} view={window} />, root)
else await openState(name)

/** `data-state` of the root element tells how it went: "ready", or "failed: " and why. */
async function openState(name: string): Promise<void> {
  const outcome = document.documentElement.dataset
  const state = Object.hasOwn(states, name) ? states[name] : undefined
  try {
    if (!state) throw new Error(`no state is called “${name}”`)
    await showState(state, readLook(wish), root)
    outcome.state = "ready"
  } catch (error) {
    outcome.state = `failed: ${error instanceof Error ? error.message : error}`
    document.title = outcome.state
    if (!state) root.textContent = outcome.state
  }
}
