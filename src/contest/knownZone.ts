import { trustedZones } from "./trustedZones.ts"

/** Whether this machine knows the IANA time zone of this name. */
export function isKnownZone(zone: string): boolean {
  if (trustedZones.has(zone)) return true
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    // RangeError is Intl's way to say "no such zone".
    return false
  }
}
