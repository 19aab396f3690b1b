import { enteringRoutes } from "./enteringRoutes.ts"

/** The base of every path below, on the service's origin. */
export const apiBase = "/api/v1"

const part = encodeURIComponent

/** Paths of the API under `apiBase`; ids are encoded. */
export const routes = {
  ...enteringRoutes,
  contests: () => "/contests",
  results: (contest: string, round: number, division: string) =>
    `/contests/${part(contest)}/rounds/${round}/results?division=${part(division)}`,
  revisions: (contest: string, round: number) => `/contests/${part(contest)}/rounds/${round}/revisions`,
  round: (contest: string, round: number) => `/contests/${part(contest)}/rounds/${round}`,
  ledger: (contest: string, round: number) => `/contests/${part(contest)}/rounds/${round}/ledger`,
  ledgerProof: (contest: string, round: number, code: string) =>
    `/contests/${part(contest)}/rounds/${round}/ledger/${part(code)}`,
  practice: (contest: string) => `/contests/${part(contest)}/practice`,
  standings: (contest: string) => `/contests/${part(contest)}/standings`,
  complaints: (contest: string) => `/contests/${part(contest)}/complaints`,
  keys: () => "/keys",
}
