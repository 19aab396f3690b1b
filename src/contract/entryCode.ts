import { entryCodePattern } from "./entryCodePattern.ts"

/** Crockford's digits: no I, L, O, U, which are misread or offend. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/**
 * Writes an entry code. `prefix`: two capital letters; `round` 1..99; `random`: at least 8 bytes from a
 * cryptographic source, of which 5 bits each are used.
 */
export function entryCode(prefix: string, round: number, random: Uint8Array): string {
  const body = Array.from(random.subarray(0, 8), (byte) => digits[byte & 31]).join("")
  if (body.length < 8) throw new RangeError("an entry code needs 8 random bytes")
  return `${prefix}${round}-${body.slice(0, 4)}-${body.slice(4)}-${checkCharacter(body)}`
}

/**
 * Reads a code as a person types it: any case, spaces or any dashes or none, O for 0, I or L for 1.
 * Null when it cannot be a code: the check character catches every single wrong character.
 */
export function readEntryCode(typed: string): string | null {
  const [, head, body, check] =
    /^([A-Z]{2}\d{1,2})(.{8})(.)$/.exec(typed.toUpperCase().replace(/[\s\p{Pd}]/gu, "")) ?? []
  if (head === undefined || body === undefined || check === undefined) return null
  const plain = (body + check).replace(/O/g, "0").replace(/[IL]/g, "1")
  const code = `${head}-${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`
  return entryCodePattern.test(code) && checkCharacter(plain.slice(0, 8)) === plain.slice(8) ? code : null
}

/** Luhn's rule to base 32: catches every single wrong character and nearly every swap of neighbours. */
function checkCharacter(body: string): string {
  let sum = 0
  for (const [index, character] of [...body].reverse().entries()) {
    const value = digits.indexOf(character) * (index % 2 === 0 ? 2 : 1)
    sum += Math.floor(value / 32) + (value % 32)
  }
  return digits[(32 - (sum % 32)) % 32] ?? "0"
}
