import type { HostContext, Insets } from "../../bridge/vocabulary.ts"
import { readDuration, writeDuration } from "./duration.ts"
import { fromLocalTime, toLocalTime } from "./localTime.ts"
import type { Scenario } from "./scenario.ts"

/** One parameter of the URL: `read` gives the part of the scenario it stands for, undefined where it is malformed. */
export type Parameter = {
  name: string
  /** What may be written, in words. */
  form: string
  read(text: string, base: Scenario): Partial<Scenario> | undefined
  write(scenario: Scenario): string
}

const id = /^[\w-]{1,40}$/
const path = /^\/(?![/\\])/

/** All parameters of the host page's URL, in the order they are written. */
export const parameters: readonly Parameter[] = [
  {
    name: "persona",
    form: "an id of the list",
    read: (text) => (id.test(text) ? { persona: text } : undefined),
    write: ({ persona }) => persona,
  },
  {
    name: "beside",
    form: "an id of the list, or none",
    read: (text) => (text === "none" ? { beside: null } : id.test(text) ? { beside: text } : undefined),
    write: ({ beside }) => beside ?? "none",
  },
  {
    name: "at",
    form: "local time like 2024-10-29T09:00, or keep",
    read(text) {
      const at = text === "keep" ? null : fromLocalTime(text)
      return at === undefined ? undefined : { at }
    },
    write: ({ at }) => (at === null ? "keep" : toLocalTime(at)),
  },
  {
    name: "published",
    form: "numbers of rounds like 1,2",
    read: (text) =>
      /^(\d{1,3}(,\d{1,3})*)?$/.test(text)
        ? { published: text ? text.split(",").map(Number) : [] }
        : undefined,
    write: ({ published }) => published.join(","),
  },
  {
    name: "fresh",
    form: "1 or 0",
    read: (text) => asFlag(text, (fresh) => ({ fresh })),
    write: ({ fresh }) => (fresh ? "1" : "0"),
  },
  {
    name: "skew",
    form: "a time like 90m, -2h or 1h30m, or real",
    read(text) {
      const skewMs = text === "real" ? null : readDuration(text)
      return skewMs === undefined ? undefined : { skewMs }
    },
    write: ({ skewMs }) => (skewMs === null ? "real" : writeDuration(skewMs)),
  },
  {
    name: "faults",
    form: "fault rules",
    read: (faults) => ({ faults }),
    write: ({ faults }) => faults.trim(),
  },
  {
    name: "seed",
    form: "a whole number from 0",
    read: (text) => (/^\d{1,9}$/.test(text) ? { seed: Number(text) } : undefined),
    write: ({ seed }) => String(seed),
  },
  surface("theme", "light or dark", "theme", (text) =>
    text === "light" || text === "dark" ? text : undefined,
  ),
  surface("scale", "a number from 0.5 to 4", "fontScale", (text) =>
    Number(text) >= 0.5 && Number(text) <= 4 ? Number(text) : undefined,
  ),
  {
    name: "motion",
    form: "reduced or full",
    read: (text, { context }) =>
      text === "reduced" || text === "full"
        ? { context: { ...context, reducedMotion: text === "reduced" } }
        : undefined,
    write: ({ context }) => (context.reducedMotion ? "reduced" : "full"),
  },
  {
    name: "insets",
    form: "top,right,bottom,left in pixels",
    read(text, { context }) {
      const insets = readInsets(text)
      return insets && { context: { ...context, insets } }
    },
    write: ({ context: { insets } }) => [insets.top, insets.right, insets.bottom, insets.left].join(","),
  },
  surface("network", "online, offline or unknown", "network", (text) =>
    text === "online" || text === "offline" || text === "unknown" ? text : undefined,
  ),
  surface("locale", "a language like vi or en-GB", "locale", (text) =>
    /^[a-z]{2,3}(-\w{2,8})*$/i.test(text) ? text : undefined,
  ),
  {
    name: "cut",
    form: "1 or 0",
    read: (text) => asFlag(text, (cut) => ({ cut })),
    write: ({ cut }) => (cut ? "1" : "0"),
  },
  {
    name: "size",
    form: "width x height like 360x740",
    read(text) {
      const [width = 0, height = 0] = /^\d{3,4}x\d{3,4}$/.test(text) ? text.split("x").map(Number) : []
      return width >= 200 && height >= 200 ? { size: { width, height } } : undefined
    },
    write: ({ size }) => `${size.width}x${size.height}`,
  },
  {
    name: "app",
    form: "a path on this origin",
    read: (app) => (path.test(app) ? { app } : undefined),
    write: ({ app }) => app,
  },
  {
    name: "path",
    form: "a route of the app like /tuan/1, or none",
    read: (text) => (text === "none" ? { launch: null } : path.test(text) ? { launch: text } : undefined),
    write: ({ launch }) => launch ?? "none",
  },
]

/** A parameter that is one member of the context. */
function surface<K extends "theme" | "fontScale" | "network" | "locale">(
  name: string,
  form: string,
  member: K,
  read: (text: string) => HostContext[K] | undefined,
): Parameter {
  return {
    name,
    form,
    read(text, { context }) {
      const value = read(text)
      return value === undefined ? undefined : { context: { ...context, [member]: value } }
    },
    write: ({ context }) => String(context[member]),
  }
}

function asFlag<T>(text: string, make: (value: boolean) => T): T | undefined {
  return text === "1" || text === "0" ? make(text === "1") : undefined
}

function readInsets(text: string): Insets | undefined {
  if (!/^\d{1,3}(,\d{1,3}){3}$/.test(text)) return undefined
  const [top = 0, right = 0, bottom = 0, left = 0] = text.split(",").map(Number)
  return { top, right, bottom, left }
}
