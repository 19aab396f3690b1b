/** Requests to be sent, as ready bytes, to several origins in turn: what a balancer would make of them. */
export type Load = {
  origins: string[]
  requests: Buffer[]
  /**
   * `clients`: so many connections, each sending its next request when it has its answer, as pgbench does. `times`: each
   * request at its instant (milliseconds, as Date.now gives them), whether or not earlier ones are answered.
   */
  pace: { clients: number } | { times: number[] }
}

/** What became of each request, in the order of the requests. Instants and durations in milliseconds. */
export type LoadResult = {
  /** From the first request sent to the last answer. */
  seconds: number
  statuses: number[]
  bodies: string[]
  /** When it had been handed to the network. */
  sentAt: number[]
  /** From when it was to be sent (or was, where `clients` send) to its whole answer. */
  tookMs: number[]
}
