import { flag, members, oneOf, text, type Unread, within } from "./read.ts"
import type { BridgeWindow } from "./surroundings.ts"
import type { HostContext, Insets } from "./vocabulary.ts"

/** What the app assumes until a host says otherwise: the browser's own wishes, where it can tell them. */
export function defaultContext(window: BridgeWindow): HostContext {
  const prefers = (query: string) => window.matchMedia?.(`(prefers-${query})`).matches === true
  return {
    theme: prefers("color-scheme: dark") ? "dark" : "light",
    locale: window.navigator?.language ?? "vi",
    fontScale: 1,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    reducedMotion: prefers("reduced-motion: reduce"),
    network: "unknown",
  }
}

/** How each member is read: undefined where the value is not one of its kind. */
const readers: { [K in keyof HostContext]: (value: unknown) => HostContext[K] | undefined } = {
  theme: (value) => oneOf(["light", "dark"], value),
  locale: readLocale,
  fontScale: (value) => within(value, 0.5, 4),
  insets: readInsets,
  reducedMotion: flag,
  network: (value) => oneOf(["online", "offline", "unknown"], value),
}

/**
 * Takes over the members of a change that have a valid value and leaves the others as they were.
 * @param change unknown data of the wire; font scale 0.5..4, all four insets in CSS pixels 0..1000
 * @returns the same object when nothing differs
 */
export function changedContext(context: HostContext, change: unknown): HostContext {
  const given = members(change)
  const next: Unread = {}
  for (const [name, read] of Object.entries(readers)) {
    next[name] = read(given[name]) ?? context[name as keyof HostContext]
  }
  return JSON.stringify(next) === JSON.stringify(context) ? context : (next as HostContext)
}

function readLocale(value: unknown): string | undefined {
  try {
    return Intl.getCanonicalLocales(text(value))[0]
  } catch {
    // A malformed tag, which would make every later Intl call throw.
    return undefined
  }
}

function readInsets(value: unknown): Insets | undefined {
  const { top, right, bottom, left } = members(value)
  const insets = { top, right, bottom, left }
  const areValid = Object.values(insets).every((edge) => within(edge, 0, 1000) !== undefined)
  return areValid ? (insets as Insets) : undefined
}
