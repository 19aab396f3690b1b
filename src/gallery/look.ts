/** How a state is looked at. `scale`: of the text, 1 is the app's own size. `still`: the host wants no motion. */
export type Look = { theme: "light" | "dark"; scale: number; locale: "vi" | "en"; still: boolean }

/** The event on a state's document that changes its look without a reload; `detail` is the whole new look. */
export const lookEvent = "gallery-look"

/** Scales in percent, as a URL has them. */
export const scales = [100, 125, 150, 200] as const
/** Widths of a state's frame in CSS pixels. */
export const widths = [320, 360, 768] as const

/**
 * Reads `theme=dark`, `scale=200` (percent), `lang=en` and `motion=full`; what is missing or unknown is `usual`, or
 * light, 100, vi and still.
 */
export function readLook(query: URLSearchParams, usual: Partial<Look> = {}): Look {
  const theme = query.get("theme")
  const scale = Number(query.get("scale"))
  const lang = query.get("lang")
  return {
    theme: theme === "dark" || theme === "light" ? theme : (usual.theme ?? "light"),
    scale: scale >= 50 && scale <= 400 ? scale / 100 : (usual.scale ?? 1),
    locale: lang === "en" || lang === "vi" ? lang : (usual.locale ?? "vi"),
    still: query.get("motion") !== "full",
  }
}

/** The query that opens a state in a look. */
export function stateQuery(state: string, { theme, scale, locale }: Look): string {
  return `?${new URLSearchParams({ state, theme, scale: String(Math.round(scale * 100)), lang: locale })}`
}
