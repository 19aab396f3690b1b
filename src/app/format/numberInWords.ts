const digitWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
const scales = ["", "nghìn", "triệu", "tỷ"]

/**
 * A whole number in Vietnamese words, northern official usage (nghìn, linh, mốt, lăm): 21 → hai mươi mốt,
 * 105 → một trăm linh năm, 1001 → một nghìn không trăm linh một. Bounds: 0..999,999,999,999, whole.
 */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`no words for ${value}`)
  if (value === 0) return word(0)
  const groups: string[] = []
  let rest = value
  for (let scale = 0; rest > 0; scale++) {
    const group = rest % 1000
    rest = Math.floor(rest / 1000)
    // An empty group is silent: 200.000 is "hai trăm nghìn", 1.000.000 "một triệu".
    if (group > 0) groups.unshift(`${groupInWords(group, rest > 0)} ${scales[scale] ?? ""}`.trim())
  }
  return groups.join(" ")
}

/** 1..999. `full`: something stands before, so that the hundreds are said even when they are none. */
function groupInWords(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100)
  const below = group % 100
  const parts: string[] = []
  if (full || hundreds > 0) parts.push(`${word(hundreds)} trăm`)
  if (below > 0) parts.push(belowHundred(below, parts.length > 0))
  return parts.join(" ")
}

function belowHundred(value: number, afterHundreds: boolean): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return afterHundreds ? `linh ${word(ones)}` : word(ones)
  const head = tens === 1 ? "mười" : `${word(tens)} mươi`
  if (ones === 0) return head
  if (ones === 1 && tens > 1) return `${head} mốt`
  return ones === 5 ? `${head} lăm` : `${head} ${word(ones)}`
}

function word(digit: number): string {
  return digitWords[digit] ?? ""
}
