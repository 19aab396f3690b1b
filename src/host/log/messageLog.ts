import { computed, type ReadonlySignal, signal } from "@preact/signals"
import type { HostLogLine } from "../../bridge/hostKit/tap.ts"

export type PhoneName = "A" | "B"

/** One line of the log: a message that crossed the wire, or a remark of the host page. */
export type LogEntry = {
  number: number
  phone: PhoneName
  /** Milliseconds since the host page was opened. */
  at: number
  direction: HostLogLine["direction"] | null
  kind: HostLogLine["kind"] | "remark"
  /** A reply has the method of its call. */
  method: string | null
  bytes: number
  /** Plain JSON, tokens redacted; a remark's text. */
  message: unknown
}

/** What of the log is shown. "" and null: everything. */
export type LogFilter = { text: string; direction: LogEntry["direction"]; phone: PhoneName | null }

export type MessageLog = {
  entries: ReadonlySignal<readonly LogEntry[]>
  shown: ReadonlySignal<readonly LogEntry[]>
  filter: ReadonlySignal<LogFilter>
  /** Takes a line of the host kit. */
  take(phone: PhoneName, line: HostLogLine): void
  remark(phone: PhoneName, text: string): void
  setFilter(change: Partial<LogFilter>): void
  clear(): void
}

/** A page left open overnight must not fill the memory. */
const longest = 2000

/** @param now milliseconds since the host page was opened */
export function messageLog(now: () => number): MessageLog {
  const entries = signal<readonly LogEntry[]>([])
  const filter = signal<LogFilter>({ text: "", direction: null, phone: null })
  const methods = new Map<string, string>()
  let count = 0

  const add = (entry: Omit<LogEntry, "number" | "at">) => {
    count += 1
    entries.value = [...entries.peek().slice(1 - longest), { ...entry, number: count, at: now() }]
  }

  return {
    entries,
    filter,
    shown: computed(() => entries.value.filter((entry) => isWanted(entry, filter.value))),
    take(phone, { direction, kind, method, bytes, message }) {
      const call = idOf(message)
      const key = `${phone} ${direction === "toHost" ? "toApp" : "toHost"} ${call}`
      if (kind === "request" && method) methods.set(`${phone} ${direction} ${call}`, method)
      const answered = kind === "reply" ? (methods.get(key) ?? null) : method
      if (kind === "reply") methods.delete(key)
      add({ phone, direction, kind, method: answered, bytes, message })
    },
    remark: (phone, message) =>
      add({ phone, direction: null, kind: "remark", method: null, bytes: 0, message }),
    setFilter(change) {
      filter.value = { ...filter.peek(), ...change }
    },
    clear() {
      entries.value = []
    },
  }
}

function isWanted(entry: LogEntry, { text, direction, phone }: LogFilter): boolean {
  if (phone && entry.phone !== phone) return false
  if (direction && entry.direction !== direction) return false
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const all = `${entry.method ?? ""} ${entry.kind} ${JSON.stringify(entry.message)}`.toLowerCase()
  return words.every((word) => all.includes(word))
}

function idOf(message: unknown): unknown {
  return typeof message === "object" && message !== null && "id" in message ? message.id : undefined
}
