const part = encodeURIComponent

/** Paths of the API on the way of an entry, under `apiBase`; ids are encoded. All that a phone needs to enter. */
export const enteringRoutes = {
  contest: (contest: string) => `/contests/${part(contest)}`,
  paper: (contest: string, round: number, division: string) =>
    `/contests/${part(contest)}/rounds/${round}/paper?division=${part(division)}`,
  ticket: (contest: string, round: number) => `/contests/${part(contest)}/rounds/${round}/ticket`,
  entry: (contest: string, round: number) => `/contests/${part(contest)}/rounds/${round}/entry`,
  entries: (contest: string) => `/contests/${part(contest)}/entries`,
}
