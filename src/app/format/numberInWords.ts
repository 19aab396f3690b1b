const digitWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
const scales = ["", " nghìn", " triệu", " tỷ"]

/**
 * A whole number in Vietnamese words, northern official usage (nghìn, linh, mốt, lăm): 21 → hai mươi mốt,
 * 105 → một trăm linh năm, 1001 → một nghìn không trăm linh một. Bounds: 0..999,999,999,999, whole.
 */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`no words for ${value}`)
  if (value === 0) return "không"
  const groups: string[] = []
  let rest = value
  for (let scale = 0; rest > 0; scale++) {
    const group = rest % 1000
    rest = Math.floor(rest / 1000)
    // An empty group is silent: 200.000 is "hai trăm nghìn", 1.000.000 "một triệu".
    if (group > 0) groups.unshift(groupInWords(group, rest > 0) + scales[scale])
  }
  return groups.join(" ")
}

/** 1..999. `full`: something stands before, so that the hundreds are said even when they are none. */
function groupInWords(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor(group / 10) % 10
  const ones = group % 10
  const words = full || hundreds > 0 ? [digitWords[hundreds], "trăm"] : []
  if (tens > 1) words.push(digitWords[tens], "mươi")
  else if (tens === 1) words.push("mười")
  else if (ones > 0 && words.length > 0) words.push("linh")
  if (ones === 1 && tens > 1) words.push("mốt")
  else if (ones === 5 && tens > 0) words.push("lăm")
  else if (ones > 0) words.push(digitWords[ones])
  return words.join(" ")
}
