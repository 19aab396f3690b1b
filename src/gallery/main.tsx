import "../app/tokens.css"
import "../app/base.css"
import { render } from "preact"
import { openWholeApp } from "../app/completeApp.ts"
import { follow } from "../app/follow.ts"
import { mountApp } from "../app/mountApp.tsx"
import { Overview } from "./Overview.tsx"
import { stateDeps } from "./stateDeps.ts"
import { type State, states } from "./states.ts"

const wish = new URLSearchParams(location.search)
const root = document.getElementById("app") ?? document.body
const state = states[wish.get("state") ?? ""]

if (state) await showState(state)
else render(<Overview />, root)

/** Mounts the app in the state, and taps what leads there. `data-state` on the root element says when it is there. */
async function showState(state: State): Promise<void> {
  history.replaceState(null, "", `#${state.path ?? "/"}`)
  const look = {
    theme: wish.get("theme") === "dark" ? "dark" : "light",
    scale: Number(wish.get("scale") ?? 100) / 100,
    locale: wish.get("lang") ?? "vi",
  } as const
  const app = openWholeApp(stateDeps(state, look, window))
  void app.contest.reload()
  follow(app, window)
  await mountApp(app, root)
  for (const tap of state.taps ?? []) await tapOn(tap)
  document.documentElement.dataset.state = "ready"
}

async function tapOn(words: string): Promise<void> {
  for (let look = 0; look < 40; look++) {
    const found = [...document.querySelectorAll<HTMLElement>("main button, main label")]
    const target = found.find(({ textContent }) => textContent?.trim().startsWith(words))
    if (target) return target.click()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
