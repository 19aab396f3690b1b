/** The one line with which a chaos run ends. */
export type Report = {
  phones: number
  /** Requests that phones made. */
  attempts: number
  /** How often each kind of fault occurred; every kind there is has an entry. */
  faults: Record<string, number>
  /** Promised to be kept, and nowhere to be found. */
  lost: number
  /** People with more than one receipt for a round. */
  doubled: number
  /** "Đã nhận" on a screen without the entry at the service. */
  falselyShown: number
  /** Stored entries that are not what was sealed. */
  altered: number
  /** Entries not at their end a minute after the faults stopped. */
  stuck: number
  seed: number
}

/** What is wrong with a run, in words; empty where nothing is. `leastFaults`: per phone, on average. */
export function complaintsAbout(report: Report, leastFaults: number): string[] {
  const { phones, faults, lost, doubled, falselyShown, altered, stuck } = report
  const wrong = Object.entries({ lost, doubled, falselyShown, altered, stuck })
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${name}: ${count}`)
  const missing = Object.entries(faults)
    .filter(([, count]) => count === 0)
    .map(([kind]) => `no "${kind}" occurred`)
  const total = Object.values(faults).reduce((sum, count) => sum + count, 0)
  const few =
    total < leastFaults * phones ? [`${(total / phones).toFixed(1)} faults a phone, not ${leastFaults}`] : []
  return [...wrong, ...missing, ...few]
}
