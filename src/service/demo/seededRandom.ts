/** Random numbers that a seed repeats: enough for made-up people, not for secrets. */
export type SeededRandom = {
  /** 0 ≤ x < 1 */
  unit(): number
  /** 0 ≤ n < bound, whole */
  below(bound: number): number
  /** About normal, mean 0, deviation 1. */
  normal(): number
}

/** Mulberry32 over a 32-bit seed. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    unit,
    below: (bound) => Math.floor(unit() * bound),
    // Irwin–Hall: twelve uniforms.
    normal: () => Array.from({ length: 12 }, unit).reduce((sum, one) => sum + one, -6),
  }
}
