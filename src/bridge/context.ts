import { flag, members, oneOf, text, within } from "./read.ts"
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

/**
 * Takes over the members of a change that have a valid value and leaves the others as they were.
 * @param change unknown data of the wire; font scale 0.5..4, insets in CSS pixels 0..1000
 * @returns the same object when nothing differs
 */
export function changedContext(context: HostContext, change: unknown): HostContext {
  const { theme, locale, fontScale, insets, reducedMotion, network } = members(change)
  const edges = members(insets)
  const edge = (name: keyof Insets) => within(edges[name], 0, 1000) ?? context.insets[name]
  const next: HostContext = {
    theme: oneOf(["light", "dark"], theme) ?? context.theme,
    // A malformed tag would make every Intl call throw.
    locale: text(locale)?.match(/^[a-z]{2,3}(-\w{2,8})*$/i)?.[0] ?? context.locale,
    fontScale: within(fontScale, 0.5, 4) ?? context.fontScale,
    insets: { top: edge("top"), right: edge("right"), bottom: edge("bottom"), left: edge("left") },
    reducedMotion: flag(reducedMotion) ?? context.reducedMotion,
    network: oneOf(["online", "offline", "unknown"], network) ?? context.network,
  }
  return JSON.stringify(next) === JSON.stringify(context) ? context : next
}
