/** Whole runs of a JWS's letters: taken one after the other, so that a long text costs its length and no more. */
const runs = /[\w.-]+/g

/**
 * A copy of a message that may go into a log: whatever is called a token, and whatever looks like a JWS in any text
 * (three parts with dots, the first beginning as the base64url of `{` does), is replaced by "[token]".
 * @param message plain JSON data
 */
export function redacted(message: unknown): unknown {
  return JSON.parse(
    JSON.stringify(message, (name, value: unknown) => {
      if (/token/i.test(name)) return "[token]"
      return typeof value === "string" ? value.replace(runs, (run) => (isJws(run) ? "[token]" : run)) : value
    }) ?? "null",
  )
}

function isJws(run: string): boolean {
  return /(^|\.)ey/.test(run) && run.split(".").length >= 3
}
