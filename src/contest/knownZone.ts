const known = new Set<string>()

/** Takes over that this zone is known: whoever wrote it has looked. The first use of Intl costs a weak phone a tenth of a second. */
export function trustZone(zone: string): void {
  known.add(zone)
}

/** Whether this machine knows the IANA time zone of this name. */
export function isKnownZone(zone: string): boolean {
  if (known.has(zone)) return true
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    // RangeError is Intl's way to say "no such zone".
    return false
  }
}
