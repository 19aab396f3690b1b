import type { LogEntry } from "./messageLog.ts"

/** Seconds since the page was opened, `12.345`. */
export function secondsText(ms: number): string {
  return (ms / 1000).toFixed(3)
}

/** Which way a line went, in words. */
export function directionText({ direction }: LogEntry): string {
  if (direction === null) return "host page"
  return direction === "toHost" ? "app → host" : "host → app"
}

/** What a line is about, short: the method, and for an answer whether it is an error. */
export function subjectText({ kind, method, message }: LogEntry): string {
  if (kind === "remark") return String(message)
  if (kind !== "reply") return `${method ?? "?"}${kind === "request" ? "" : ` (${kind})`}`
  const { error } = message as { error?: { code?: unknown } }
  return `${method ?? "?"} → ${error ? `error ${error.code}` : "result"}`
}

/** The log as a text that can be pasted into a bug report; the link that reproduces the scenario goes before it. */
export function logText(entries: readonly LogEntry[], link: string): string {
  const lines = entries.map((entry) => {
    const head = `${secondsText(entry.at).padStart(9)}  ${entry.phone}  ${directionText(entry).padEnd(10)}  `
    return (
      head +
      (entry.kind === "remark" ? entry.message : `${subjectText(entry)}  ${JSON.stringify(entry.message)}`)
    )
  })
  return [link, "", ...lines, ""].join("\n")
}
