/** A phone's network as the browser imitates it. `bitsPerSecond`: each way; 0: unlimited. */
export type Line = { name: string; bitsPerSecond: number; roundTripMs: number; offline?: boolean }

/** The lines that the design names. */
export const slow4g: Line = { name: "slow 4G", bitsPerSecond: 1_600_000, roundTripMs: 150 }
export const edge2g: Line = { name: "2G", bitsPerSecond: 250_000, roundTripMs: 300 }

/** As fast as the machine, for what is not measured. */
export const unlimited: Line = { name: "unlimited", bitsPerSecond: 0, roundTripMs: 0 }
export const noNetwork: Line = { name: "offline", bitsPerSecond: 0, roundTripMs: 0, offline: true }

/** The parameters of CDP's `Network.emulateNetworkConditions`; there, -1 means unlimited. */
export function conditionsOf({ bitsPerSecond, roundTripMs, offline = false }: Line) {
  const throughput = bitsPerSecond === 0 ? -1 : bitsPerSecond / 8
  return { offline, latency: roundTripMs, downloadThroughput: throughput, uploadThroughput: throughput }
}
