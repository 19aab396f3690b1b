import type { ContestView } from "../../contract/contestView.ts"

/** What a host would sign about a made-up citizen. */
export type Claims = {
  sub: string
  person: string
  account: string
  assurance: number
  name: string
} & Record<string, unknown>

/**
 * Makes up citizens who may enter the contest, a new one at each call. `run`: letters that no other run has; they are
 * in everything personal, so that finding them anywhere means that something personal got there.
 */
export function inventPeople(
  { eligibility, units, divisions }: ContestView,
  run: string,
): (account?: string) => Claims {
  const [unit] = units
  const [division, ...others] = divisions
  let count = 0
  return (account = eligibility.accounts.includes("vneid") ? "vneid" : (eligibility.accounts[0] ?? "")) => {
    count += 1
    return {
      sub: `sub-${run}-${count}`,
      person: `person-${run}-${count}`,
      account,
      assurance: account === "vneid" ? 2 : (eligibility.minAssurance ?? 1),
      name: `Nguyễn Thị X${run}${count}`,
      ...(eligibility.minAge === undefined ? {} : { ageBand: `${eligibility.minAge}+` }),
      ...(eligibility.unitRequired && unit ? { unit: unit.id } : {}),
      ...(others.length > 0 && division ? { division: division.id } : {}),
    }
  }
}
