/** What became of a typed prediction: the number, or why it is none. */
export type ReadPrediction =
  | { ok: true; value: number }
  | { ok: false; reason: "empty" | "not-whole" | "too-large" }

/**
 * Reads a prediction as people type it: 1250, 1.250, 1,250, 1 250, and fullwidth digits. Groups must be of three, so
 * that 12.5 is refused and not read as 125. `max`: the largest allowed number.
 */
export function readPrediction(typed: string, max: number): ReadPrediction {
  // NFKC turns fullwidth digits and every kind of space into plain ones.
  const text = typed.normalize("NFKC").trim()
  if (text === "") return { ok: false, reason: "empty" }
  if (!/^(\d+|\d{1,3}([., ])\d{3}(\2\d{3})*)$/u.test(text)) return { ok: false, reason: "not-whole" }
  const value = Number(text.replace(/[., ]/g, ""))
  return value > max ? { ok: false, reason: "too-large" } : { ok: true, value }
}
