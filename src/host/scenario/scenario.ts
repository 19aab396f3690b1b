import type { HostContext } from "../../bridge/vocabulary.ts"

/** Everything that makes up one situation for the mini-app. One URL holds it, see parameters.ts. */
export type Scenario = {
  /** Who holds the phone: a citizen of the demo service, or a behaviour of persona/behaviours.ts. */
  persona: string
  /** Who holds a second phone beside the first. */
  beside: string | null
  /** Fault rules as written, see faults/parseFaults.ts. */
  faults: string
  /** Decides what chance and ranges of time in the fault rules come to. */
  seed: number
  /** Where the service's clock is set when the scenario opens (milliseconds since 1970); null: it is left alone. */
  at: number | null
  /** Rounds whose results are published when the scenario opens. */
  published: readonly number[]
  /** Whether it begins with fresh data of the service and an empty storage of the phone. */
  fresh: boolean
  /** The phone's clock minus the service's, in milliseconds; null: the phone has the browser's own clock. */
  skewMs: number | null
  context: HostContext
  /** Whether the phone has no way to the network, whatever the host says: every request fails. */
  cut: boolean
  /** The phone's screen, in CSS pixels. */
  size: { width: number; height: number }
  /** Path of the page in the phone, on this origin. */
  app: string
  /** The route the host asks the app to open, such as "/tuan/1"; null: none. */
  launch: string | null
}

/** Tuesday of round 1 of the 2024 contest, 9:00: where the demo begins. */
export const demoStart = Date.parse("2024-10-29T09:00:00+07:00")

/** What holds where a URL says nothing. */
export const plainScenario: Scenario = {
  persona: "vneid-2",
  beside: null,
  faults: "",
  seed: 1,
  at: demoStart,
  published: [],
  fresh: false,
  skewMs: 0,
  context: {
    theme: "light",
    locale: "vi",
    fontScale: 1,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    reducedMotion: false,
    network: "online",
  },
  cut: false,
  size: { width: 360, height: 740 },
  app: "/",
  launch: null,
}
