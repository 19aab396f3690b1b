import type { Service } from "./service.ts"

/**
 * Writes one JSON line an event to `out`. What must not be logged (tokens, names, answers) must not be handed in. The lines
 * of one turn of the event loop are written together, those of the last one when the process ends.
 */
export function jsonLog(out: { write(text: string): unknown }): Service["log"] {
  let lines = ""
  const write = () => {
    const text = lines
    lines = ""
    process.removeListener("exit", write)
    if (text !== "") out.write(text)
  }
  return (event, fields) => {
    if (lines === "") {
      setImmediate(write)
      process.on("exit", write)
    }
    lines += `${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`
  }
}
