/** What a board's URL asks for. */
export type Wish = {
  view: "standings" | "round"
  /** Of `view=round`; null: the last published one. */
  round: number | null
  /** The notice screen: large, and it turns its pages by itself. */
  isScreen: boolean
  /** How long a page of the notice screen stands. */
  secondsPerPage: number
  /** Null: as the system has it. */
  theme: "light" | "dark" | null
  lang: "vi" | "en"
  /** Size of text, 1..2. */
  textScale: number
}

const textSizes = [100, 125, 150, 200]

/**
 * Reads `?view= round= screen= seconds= theme= lang= text=`. What cannot be read counts as not said; seconds are kept within
 * 8..300.
 */
export function readWish(search: string): Wish {
  const asked = new URLSearchParams(search)
  const whole = (name: string) => {
    const text = asked.get(name) ?? ""
    return /^\d{1,4}$/.test(text) ? Number(text) : null
  }
  const theme = asked.get("theme")
  const text = whole("text") ?? 100
  return {
    view: asked.get("view") === "round" ? "round" : "standings",
    round: whole("round"),
    isScreen: asked.get("screen") === "1",
    secondsPerPage: Math.min(300, Math.max(8, whole("seconds") ?? 20)),
    theme: theme === "light" || theme === "dark" ? theme : null,
    lang: asked.get("lang") === "en" ? "en" : "vi",
    textScale: textSizes.includes(text) ? text / 100 : 1,
  }
}

/** The address of another view, with everything else that this page's URL asked for. */
export function addressOf(search: string, change: Record<string, string | null>): string {
  const asked = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) asked.delete(name)
    else asked.set(name, value)
  }
  return `?${asked}`
}
