import { act, fireEvent, render, screen } from "@testing-library/preact"
import { AppView } from "../../../src/app/AppView.tsx"
import type { App } from "../../../src/app/createApp.ts"
import { prepareLaterScreens } from "../../../src/app/prepareLaterScreens.ts"
import { settle } from "./phone.ts"
// Fetched by import() later: here already, so that no test pays for their first loading.
import "../../../src/app/screens/EnteringScreens.tsx"
import "../../../src/app/screens/ReadingScreens.tsx"

/** Draws the app with every script at hand. */
export async function show(app: App): Promise<void> {
  window.scrollTo = () => undefined
  await app.words.citizen.load()
  await prepareLaterScreens(app)
  render(<AppView app={app} />)
  await act(settle)
}

/** Lets screens come that are fetched by import() or shown once something is there, a turn or two later. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(settle)
}

/** Taps what has this name, and waits for what comes of it. */
export async function tap(name: string | RegExp, role = "button"): Promise<void> {
  fireEvent.click(screen.getByRole(role, { name }))
  await calm()
}

/** The words of the screen's one h1. */
export function heading(): string | null {
  return screen.getByRole("heading", { level: 1 }).textContent
}
