import type { Division, Round } from "../../contest/definition.ts"
import type { Service } from "../service.ts"
import type { StoredContest } from "../store/contestStore.ts"
import { Refusal } from "./problem.ts"

/** The contest of a path; refuses with `contest-unknown`. */
export async function contestOf({ store }: Service, id: string): Promise<StoredContest> {
  const contest = await store.contest(id)
  if (!contest) throw new Refusal("contest-unknown")
  return contest
}

/** The contest and round of a path; refuses with `contest-unknown` or `round-unknown`. */
export async function roundOf(
  service: Service,
  id: string,
  number: string,
): Promise<StoredContest & { round: Round }> {
  const contest = await contestOf(service, id)
  const round = contest.definition.rounds.find((one) => String(one.number) === number)
  if (!round) throw new Refusal("round-unknown")
  return { ...contest, round }
}

/** The division a query names, or the only one; refuses with `round-unknown`, as there is no such paper or result. */
export function divisionOf({ definition }: StoredContest, asked: string | undefined): Division {
  const [only, ...others] = definition.divisions
  const division =
    asked === undefined && others.length === 0 ? only : definition.divisions.find(({ id }) => id === asked)
  if (!division) {
    const known = definition.divisions.map(({ id }) => id).join(", ")
    throw new Refusal("round-unknown", { detail: `name one of the divisions: ${known}` })
  }
  return division
}
