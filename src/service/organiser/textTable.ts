/** Lays rows out under their headings in columns, for a terminal; numbers stand right. */
export function textTable(rows: readonly Record<string, string | number>[]): string {
  const [first] = rows
  if (!first) return "(none)"
  const headings = Object.keys(first)
  const cells = [headings, ...rows.map((row) => headings.map((heading) => String(row[heading] ?? "")))]
  const widths = headings.map((_, at) => Math.max(...cells.map((line) => [...(line[at] ?? "")].length)))
  const numeric = headings.map((heading) => typeof first[heading] === "number")
  const pad = (text: string, at: number) => {
    const gap = " ".repeat((widths[at] ?? 0) - [...text].length)
    return numeric[at] ? gap + text : text + gap
  }
  return cells.map((line) => line.map(pad).join("  ").trimEnd()).join("\n")
}

/** Rows as CSV (RFC 4180) with a BOM, which Excel needs to see that it is UTF-8. */
export function csvTable(rows: readonly Record<string, string | number>[]): string {
  const headings = Object.keys(rows[0] ?? {})
  // A leading =, +, - or @ would be run as a formula by a spreadsheet; the apostrophe makes it text.
  const safe = (value: string | number) =>
    typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  const cell = (value: string | number) =>
    /[",\r\n]/.test(safe(value)) ? `"${safe(value).replace(/"/g, '""')}"` : safe(value)
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))]
  return `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`
}
