import type { Words } from "../source/words.ts"

const languages = ["vi", "en"] as const

/**
 * `i18n/vi.json` and `i18n/en.json`: the texts of a manifest by their path in it, for a host that shows them to people.
 * Every `{vi, en}` gives one text in each.
 */
export function localizations(manifest: unknown): Record<keyof Words, Record<string, string>> {
  const texts = { vi: {} as Record<string, string>, en: {} as Record<string, string> }
  const collect = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return
    for (const [name, member] of Object.entries(value)) {
      const language = languages.find((one) => one === name)
      if (language && typeof member === "string") texts[language][path] = member
      else collect(member, path === "" ? nameOf(value, name) : `${path}.${nameOf(value, name)}`)
    }
  }
  collect(manifest, "")
  return texts
}

/** In a list the claim's or grant's own name is more stable than its place. */
function nameOf(list: object, place: string): string {
  if (!Array.isArray(list)) return place
  const { name, grant } = Object(list[Number(place)]) as { name?: unknown; grant?: unknown }
  const own = name ?? grant
  return typeof own === "string" ? own : place
}
