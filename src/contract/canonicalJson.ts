/**
 * The canonical JSON of a value (RFC 8785): members sorted by UTF-16 code units, no spaces. Takes what JSON can hold;
 * members that are undefined are left out. Two values that mean the same give the same text, so their hashes agree.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(",")}]`
  if (value !== null && typeof value === "object") {
    const object = value as Record<string, unknown>
    let members = ""
    for (const name of Object.keys(object).sort()) {
      const member = object[name]
      if (member !== undefined) members += `,${JSON.stringify(name)}:${canonicalJson(member)}`
    }
    return `{${members.slice(1)}}`
  }
  const text = JSON.stringify(value)
  // NaN and infinities would silently become null, functions and symbols undefined.
  if (text === undefined || (typeof value === "number" && !Number.isFinite(value)))
    throw new TypeError(`no JSON for ${String(value)}`)
  return text
}
