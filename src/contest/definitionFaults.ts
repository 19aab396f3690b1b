import type { ContestDefinition, DefinitionFault } from "./definition.ts"

/**
 * What a well-formed definition may still have wrong across its members: rounds out of order, duplicate ids,
 * a ranking that is no total order, weights that do not add up. Empty when nothing is wrong.
 */
export function definitionFaults(definition: ContestDefinition): DefinitionFault[] {
  return [
    ...roundFaults(definition),
    ...duplicates(definition.divisions, "divisions"),
    ...duplicates(definition.awards.individual, "awards.individual"),
    ...rankingFaults(definition),
    ...awardFaults(definition),
    ...standingsFaults(definition),
  ]
}

function roundFaults({ rounds }: ContestDefinition): DefinitionFault[] {
  return rounds.flatMap((round, index) => {
    const at = `rounds[${index}]`
    const previous = rounds[index - 1]
    const faults: DefinitionFault[] = []
    if (round.closesAt <= round.opensAt)
      faults.push({ path: `${at}.closesAt`, message: "must be after opensAt" })
    if (round.resultsDueAt !== undefined && round.resultsDueAt < round.closesAt) {
      faults.push({ path: `${at}.resultsDueAt`, message: "must not be before closesAt" })
    }
    if (previous && round.number <= previous.number)
      faults.push({ path: `${at}.number`, message: "must rise from round to round" })
    if (previous && round.opensAt <= previous.opensAt) {
      faults.push({ path: `${at}.opensAt`, message: "must be after the previous round opens" })
    }
    return faults
  })
}

function duplicates(items: readonly { id: string }[], path: string): DefinitionFault[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: `${path}[${index}].id`, message: `"${id}" stands twice` }]
    seen.add(id)
    return []
  })
}

function rankingFaults({ ranking }: ContestDefinition): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  if (new Set(ranking).size !== ranking.length) faults.push({ path: "ranking", message: "names a key twice" })
  // Awards go down the ranking and stop being due where marks fall: that needs marks first.
  if (ranking[0] !== "correct") faults.push({ path: "ranking", message: 'must start with "correct"' })
  // Only the draw breaks every tie, so it closes the order.
  if (ranking.at(-1) !== "draw") faults.push({ path: "ranking", message: 'must end with "draw"' })
  return faults
}

function awardFaults({ awards, divisions }: ContestDefinition): DefinitionFault[] {
  return awards.individual.flatMap(({ division }, index) =>
    division === undefined || divisions.some(({ id }) => id === division)
      ? []
      : [{ path: `awards.individual[${index}].division`, message: `there is no division "${division}"` }],
  )
}

function standingsFaults({ standings }: ContestDefinition): DefinitionFault[] {
  const sum = standings.participationWeight + standings.qualityWeight
  // Weights are decimals: 0.6 + 0.4 is not exactly 1 in binary.
  return Math.abs(sum - 1) > 1e-9
    ? [{ path: "standings", message: `weights must add up to 1, not ${sum}` }]
    : []
}
