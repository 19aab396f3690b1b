import { showState } from "../../../src/gallery/showState.ts"
import { states } from "../../../src/gallery/states.ts"

/** Shows a state of the gallery in the test's document, as the gallery does, and gives its text. */
export async function galleryState(name: string, locale: "vi" | "en" = "vi"): Promise<HTMLElement> {
  const state = states[name]
  if (!state) throw new Error(`no state is called ${name}`)
  window.scrollTo = () => undefined
  document.body.innerHTML = '<div id="app"></div>'
  const root = document.getElementById("app") ?? document.body
  // Not within act(): it would hold back every effect until the state is there, which waits for them.
  await showState(state, { theme: "light", scale: 1, locale, still: true }, root)
  return root
}
