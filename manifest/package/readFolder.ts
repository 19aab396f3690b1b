import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Every file below a folder, by its path from there with "/" between, in the order of paths. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const paths = files.map(({ parentPath, name }) =>
    join(parentPath, name).slice(folder.length).replace(/\\/g, "/").replace(/^\//, ""),
  )
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]))
}
