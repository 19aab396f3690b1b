import type { ContestDefinition } from "../../contest/definition.ts"
import type { Unit } from "../../contest/vocabulary.ts"
import type { TicketRequest } from "../../contract/ticket.ts"
import type { Identity } from "../identity/identity.ts"
import { Refusal } from "./problem.ts"

/** Where an entrant stands: by the host's signed claims where they say it, else as declared. */
export type Place = { division: string; unit?: string; declared: boolean }

/** Refuses with `not-eligible` and its reason whoever the definition's eligibility leaves out. Exclusions are kept apart. */
export function checkEligibility({ eligibility }: ContestDefinition, identity: Identity): void {
  const { accounts, minAssurance, minAge } = eligibility
  if (!accounts.includes(identity.account)) throw new Refusal("not-eligible", { reason: "account-kind" })
  if (minAssurance !== undefined && identity.assurance < minAssurance) {
    throw new Refusal("not-eligible", { reason: "assurance" })
  }
  // The band's lower end must reach the age: a band that only may contain it proves nothing.
  if (minAge !== undefined && Number.parseInt(identity.ageBand ?? "0", 10) < minAge) {
    throw new Refusal("not-eligible", { reason: "age" })
  }
}

/**
 * Finds unit and division of an entrant. Refuses with `not-eligible`: `unit-unknown` (named but not on the list),
 * `unit-required`, `division-unknown` (none follows from claim, unit or declaration).
 */
export function placeOf(
  definition: ContestDefinition,
  units: readonly Unit[],
  identity: Identity,
  request: TicketRequest,
): Place {
  const unitId = identity.unit ?? request.unit
  const unit = units.find(({ id }) => id === unitId)
  if (unitId !== undefined && !unit) throw new Refusal("not-eligible", { reason: "unit-unknown" })
  if (definition.eligibility.unitRequired && !unit)
    throw new Refusal("not-eligible", { reason: "unit-required" })

  const { divisions } = definition
  const [only, ...others] = divisions
  const byUnit = unit && divisions.find(({ who }) => who.unitKinds?.includes(unit.kind))
  const byWord = divisions.find(({ id, who }) => id === request.division && who.declared)
  const claimed = divisions.find(({ id }) => id === identity.division)
  const division = claimed ?? (others.length === 0 ? only : (byUnit ?? byWord))
  if (!division) throw new Refusal("not-eligible", { reason: "division-unknown" })
  const unitDeclared = unit !== undefined && identity.unit === undefined
  const divisionDeclared = others.length > 0 && !claimed && (unitDeclared || !byUnit)
  return {
    division: division.id,
    ...(unit ? { unit: unit.id } : {}),
    declared: unitDeclared || divisionDeclared,
  }
}
