const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  )
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
const scales = ["", " thousand", " million", " billion"]

/** A whole number in English words: 105 → one hundred and five. Bounds: 0..999,999,999,999, whole. */
export function englishNumberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`no words for ${value}`)
  if (value === 0) return "zero"
  const groups: string[] = []
  let rest = value
  for (let scale = 0; rest > 0; scale++) {
    const group = rest % 1000
    rest = Math.floor(rest / 1000)
    // "one thousand and one", but "one thousand one hundred".
    const joint = scale === 0 && rest > 0 && group < 100 ? "and " : ""
    if (group > 0) groups.unshift(`${joint}${groupInWords(group)}${scales[scale] ?? ""}`)
  }
  return groups.join(" ")
}

function groupInWords(group: number): string {
  const hundreds = Math.floor(group / 100)
  const below = group % 100
  const head = hundreds > 0 ? `${small[hundreds]} hundred` : ""
  if (below === 0) return head
  return head ? `${head} and ${belowHundred(below)}` : belowHundred(below)
}

function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? ""
  const ones = value % 10
  return `${tens[Math.floor(value / 10)]}${ones > 0 ? `-${small[ones]}` : ""}`
}
