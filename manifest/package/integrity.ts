import { createHash } from "node:crypto"

/** `integrity.json`: every other file of a package with its size and hash, and one hash over all of it. */
export type Integrity = {
  format: 1
  algorithm: "SHA-256"
  files: Record<string, { bytes: number; sha256: string }>
  tree: string
}

export const integrityPath = "integrity.json"

/** The SHA-256 of some bytes, in hex. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex")
}

/**
 * Takes stock of a package. `tree` is the SHA-256 of one line a file, sorted by path: hash, size in bytes and path with
 * a space between, each ended by a line feed.
 */
export function integrityOf(files: ReadonlyMap<string, Uint8Array>): Integrity {
  const paths = [...files.keys()].filter((path) => path !== integrityPath).sort()
  const entries = paths.map((path) => {
    const content = files.get(path) ?? new Uint8Array()
    return [path, { bytes: content.length, sha256: sha256Of(content) }] as const
  })
  const lines = entries.map(([path, { bytes, sha256 }]) => `${sha256} ${bytes} ${path}\n`)
  return {
    format: 1,
    algorithm: "SHA-256",
    files: Object.fromEntries(entries),
    tree: sha256Of(lines.join("")),
  }
}
