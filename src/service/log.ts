import type { Service } from "./service.ts"

/** Writes one JSON line an event to `out`. What must not be logged (tokens, names, answers) must not be handed in. */
export function jsonLog(out: { write(text: string): unknown }): Service["log"] {
  return (event, fields) => {
    out.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`)
  }
}
