import { type Look, readLook } from "./look.ts"

/** What the bar on top decides for all states at once. `width`: of their frames, in CSS pixels. */
export type Wish = { look: Look; width: number; filter: string }

/** The wish in the address of the overview; what it leaves out is as the system has it. */
export function readWish({ location, matchMedia }: Window): Wish {
  const query = new URLSearchParams(location.search)
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
  const width = Number(query.get("width"))
  return {
    look: readLook(query, { theme: system }),
    width: width >= 240 && width <= 1600 ? width : 360,
    filter: query.get("filter") ?? "",
  }
}

/** The query that opens the overview with a wish. */
export function writeWish({ look: { theme, scale, locale }, width, filter }: Wish): string {
  const query = { theme, scale: String(scale * 100), lang: locale, width: String(width) }
  return `?${new URLSearchParams({ ...query, ...(filter && { filter }) })}`
}
