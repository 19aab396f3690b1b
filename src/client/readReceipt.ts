import { entryCodePattern } from "../contract/entryCode.ts"
import type { Receipt } from "../contract/receipt.ts"

/** A JSON object's members, or null for anything else. */
export function membersOf(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

// The same instants as valibot's isoTimestamp, which the contract's schema uses.
const instant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u

/**
 * Whether a JSON value is a receipt: agrees with `receiptSchema` on every JSON value (a test sets them against each
 * other), at a quarter of the bytes, so that the worker and the first bundle carry no schema library.
 */
export function isReceipt(value: unknown): value is Receipt {
  const receipt = membersOf(value)
  return (
    receipt !== null &&
    matches(receipt.code, entryCodePattern) &&
    typeof receipt.contest === "string" &&
    typeof receipt.round === "number" &&
    typeof receipt.division === "string" &&
    (receipt.unit === undefined || typeof receipt.unit === "string") &&
    matches(receipt.receivedAt, instant) &&
    typeof receipt.late === "boolean" &&
    typeof receipt.prediction === "number" &&
    matches(receipt.entryHash, /^[0-9a-f]{64}$/) &&
    typeof receipt.signature === "string"
  )
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value)
}
