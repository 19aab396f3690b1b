import type { Wish } from "./wish.ts"

/** Writes language, theme and size of text to the root element; without a wished theme the style sheet follows the system. */
export function dress(
  root: HTMLElement,
  { lang, theme, textScale, isScreen }: Pick<Wish, "lang" | "theme" | "textScale" | "isScreen">,
): void {
  root.lang = lang
  if (theme) root.dataset.theme = theme
  root.style.setProperty("--scale", String(textScale))
  root.toggleAttribute("data-screen", isScreen)
}
