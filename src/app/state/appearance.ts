import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core"
import type { Host } from "../../bridge/host.ts"
import type { HostContext } from "../../bridge/vocabulary.ts"
import { type KeyValue, readJson, writeJson } from "./storage.ts"

export const textScales = [1, 1.25, 1.5, 2] as const
export type Locale = "vi" | "en"

/** How the page looks: what the host asks for, else the system, times the citizen's own size of text. */
export type Appearance = {
  context: ReadonlySignal<HostContext | null>
  locale: ReadonlySignal<Locale>
  textScale: ReadonlySignal<number>
  /** Whether screens offer to be read aloud, where the device can. */
  aloud: ReadonlySignal<boolean>
  /** Changes the citizen's own settings, for this opening and later ones. */
  choose(change: OwnSettings): void
}

type OwnSettings = { scale?: number; locale?: Locale; aloud?: boolean }

const key = "hues.display"

/**
 * Follows the host and the citizen's own settings, kept in `storage`, and writes them to `root`. Without a host the
 * style sheet follows the system, and the language is Vietnamese.
 */
export function createAppearance(
  host: Promise<Host>,
  storage: KeyValue | null,
  root: HTMLElement,
): Appearance {
  const own = signal(readJson<OwnSettings>(storage, key) ?? {})
  const context = signal<HostContext | null>(null)
  const textScale = signal(own.peek().scale ?? 1)
  const locale = signal<Locale>(own.peek().locale ?? "vi")
  const aloud = computed(() => own.value.aloud ?? true)

  const choose = (change: OwnSettings) => {
    own.value = { ...own.peek(), ...change }
    writeJson(storage, key, own.peek())
  }
  const attend = (reached: Host) => {
    if (reached.kind === "standalone") return
    context.value = reached.context()
    reached.on("context", (next) => {
      context.value = next
    })
  }
  // No host, no wishes of its own.
  host.then(attend, () => undefined)
  effect(() => {
    textScale.value = own.value.scale ?? 1
    locale.value = own.value.locale ?? (context.value?.locale.startsWith("en") ? "en" : "vi")
  })
  effect(() => {
    root.lang = locale.value
    root.style.setProperty("--scale", String(textScale.value * (context.value?.fontScale ?? 1)))
    if (!context.value) return
    const { theme, insets, reducedMotion } = context.value
    root.dataset.theme = theme
    root.toggleAttribute("data-still", reducedMotion)
    // The host's insets replace env(): both together would count a notch twice.
    for (const [edge, pixels] of Object.entries(insets))
      root.style.setProperty(`--inset-${edge}`, `${pixels}px`)
  })
  return {
    context,
    locale,
    textScale,
    aloud,
    choose,
  }
}
