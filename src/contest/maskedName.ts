/**
 * A person's name as it may be published: `Nguyễn Thị Hoa` → `Nguyễn Thị H***`. The given name stands last in
 * Vietnamese; its first letter (with its marks, also when they come decomposed) stays. Without a name: `***`.
 */
export function maskedName(name: string | undefined): string {
  const words = (name ?? "").normalize("NFC").trim().split(/\s+/u).filter(Boolean)
  const given = words.pop()
  if (given === undefined) return "***"
  const [initial] = new Intl.Segmenter("vi", { granularity: "grapheme" }).segment(given)
  return [...words, `${initial?.segment ?? ""}***`].join(" ")
}
