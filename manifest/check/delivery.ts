import type { integrationManifest } from "../generate/integrationManifest.ts"
import type { miniAppManifest } from "../generate/miniAppManifest.ts"

/** A package's files, with its manifests read and found right by their schemas. */
export type Delivery = {
  files: ReadonlyMap<string, Uint8Array>
  miniApp: ReturnType<typeof miniAppManifest>
  integration: ReturnType<typeof integrationManifest>
}

/** Something that two places say; its faults, in words, where they differ. No schema sees it: it takes two to be wrong. */
export type CrossCheck<Facts> = { claim: string; faults(delivery: Delivery, facts: Facts): string[] }

/** The content of a file as text, empty where it is missing. */
export function textOf(files: Delivery["files"], path: string): string {
  return new TextDecoder().decode(files.get(path))
}

/** The texts of all scripts. */
export function scriptsOf(files: Delivery["files"]): string[] {
  return [...files.keys()].filter((path) => path.endsWith(".js")).map((path) => textOf(files, path))
}

/** A fault if the two are not the same JSON. */
export function differ(what: string, declared: unknown, real: unknown): string[] {
  const [one, other] = [JSON.stringify(declared), JSON.stringify(real)]
  return one === other ? [] : [`${what}: declared ${one}, in fact ${other}`]
}
