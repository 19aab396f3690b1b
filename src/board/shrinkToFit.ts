/** How far a text may shrink, and in what steps. */
const smallest = 0.6
const step = 0.02

/**
 * Makes what is in a box of fixed size just so small that it fits: contests differ in how much they have to say. `apply` sets
 * a size, 1 first; at 0.6 it ends, whether it fits or not. Gives the size.
 */
export function shrinkToFit(
  box: Pick<HTMLElement, "scrollHeight" | "clientHeight" | "scrollWidth" | "clientWidth">,
  apply: (size: number) => void,
): number {
  for (let steps = 0; ; steps++) {
    const size = Math.max(smallest, 1 - steps * step)
    apply(size)
    const fits = box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth
    if (fits || size === smallest) return size
  }
}
