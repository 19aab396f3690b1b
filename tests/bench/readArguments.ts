/** What `npm run bench` was asked for. `names`: the benchmarks to run, in the order they have; none given means all. */
export type BenchArguments = { names: string[]; json: boolean; check: boolean }

/** Reads `[name …] [--json] [--check]`. Throws one line on anything else, naming the benchmarks there are. */
export function readArguments(given: readonly string[], known: readonly string[]): BenchArguments {
  const wrong = given.filter((one) => one !== "--json" && one !== "--check" && !known.includes(one))
  if (wrong.length > 0) throw new Error(`no "${wrong[0]}": [${known.join(" | ")}] [--json] [--check]`)
  const asked = known.filter((name) => given.includes(name))
  return {
    names: asked.length > 0 ? asked : [...known],
    json: given.includes("--json"),
    check: given.includes("--check"),
  }
}
