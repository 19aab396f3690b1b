import { drawing, type Start } from "./drawing.ts"

// What a function component has of its own between drawings. Both are asked for in the same order at every drawing, so
// before any way out of the function, and only while it draws.

/**
 * What `make` gives at the first drawing, the same at every later one: `kept(() => signal(false))`. As `ref`, a kept
 * function is called with its element once that stands in the document, and with null when it goes.
 *
 * `make` sees the props of the first drawing. What they may become while the component stays is for the drawing itself, or
 * for a component that gets a new `key` with them.
 * @throws an Error when no component is being drawn
 */
export function kept<T>(make: () => T): T {
  const { by } = drawing
  if (!by) throw new Error("nothing is drawn that could keep this")
  const at = by.asked++
  if (at === by.kept.length) by.kept.push(make())
  return by.kept[at] as T
}

/**
 * Runs `start` once the first drawing stands in the document, and what it gives, if anything, when the component goes:
 * `whenMounted(() => effect(…))` follows signals that long. `start` too sees the props of the first drawing.
 */
export function whenMounted(start: Start): void {
  kept(() => drawing.by?.starts.push(start))
}
