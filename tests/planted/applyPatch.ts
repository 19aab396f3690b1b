import type { Patch } from "./plantedBugs.ts"

/** The text with the change made. Throws where the place to change is not there, or not only once. */
export function applyPatch(text: string, { file, find, replace }: Patch): string {
  const places = text.split(find).length - 1
  if (places !== 1) throw new Error(`${file}: found ${places} times, not once: ${find.trim()}`)
  return text.replace(find, () => replace)
}
