/** Screens worth looking at, `width x height` in CSS pixels. */
export const sizeChoices: readonly (readonly [string, string])[] = [
  ["320x568", "320 × 568 small"],
  ["360x740", "360 × 740 usual"],
  ["412x740", "412 × 740 large"],
  ["768x740", "768 × 740 tablet"],
]

/** Edges covered by a host's bars: top, right, bottom, left in CSS pixels. */
export const insetChoices: readonly (readonly [string, string])[] = [
  ["0,0,0,0", "None"],
  ["24,0,0,0", "Status bar"],
  ["47,0,34,0", "Notch and home bar"],
  ["24,0,48,0", "Status and buttons"],
]

/** Text sizes, 1 is normal. */
export const scaleChoices: readonly (readonly [string, string])[] = [
  ["0.85", "85 %"],
  ["1", "100 %"],
  ["1.3", "130 %"],
  ["1.6", "160 %"],
  ["2", "200 %"],
]
