import { readFileSync } from "node:fs"

const packageFile = new URL("../../package.json", import.meta.url)

/** The version of everything here, as package.json says it: the one place where it is written. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string }
  return version
}

/** The version as a number that rises with it (0.1.0 → 100), by which hosts tell an update from a step back. */
export function versionCode(version: string): number {
  const [, major, minor, patch] = /^(\d+)\.(\d{1,2})\.(\d{1,2})$/.exec(version) ?? []
  if (patch === undefined) throw new Error(`a version is x.y.z with y and z below 100, not "${version}"`)
  return Number(major) * 10_000 + Number(minor) * 100 + Number(patch)
}
