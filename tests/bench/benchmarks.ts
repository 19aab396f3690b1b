import type { Benchmark } from "./benchmark.ts"

/** Every benchmark by its name, in the order in which they run; each is loaded only when it is to run. */
export const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  load: async () => (await import("./load/benchLoad.ts")).benchLoad,
  service: async () => (await import("./service/benchService.ts")).benchService,
  ranking: async () => (await import("./ranking/benchRanking.ts")).benchRanking,
}
