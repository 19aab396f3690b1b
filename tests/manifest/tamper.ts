import { type Zippable, zipSync } from "fflate"
import { integrityOf, integrityPath } from "../../manifest/package/integrity.ts"
import { writeZip } from "../../manifest/package/writeZip.ts"

type Files = Map<string, Uint8Array>
const encoder = new TextEncoder()

/** The package with other files, and stock taken of them anew: whoever packs again can do that too. */
export function repacked(files: ReadonlyMap<string, Uint8Array>, change: (copy: Files) => void): Uint8Array {
  const copy = new Map(files)
  change(copy)
  if (copy.has(integrityPath)) copy.set(integrityPath, encoder.encode(JSON.stringify(integrityOf(copy))))
  return writeZip(copy)
}

/** The package with other files under the old `integrity.json`. */
export function exchanged(files: ReadonlyMap<string, Uint8Array>, change: (copy: Files) => void): Uint8Array {
  const copy = new Map(files)
  change(copy)
  return writeZip(copy)
}

/** Changes a file's text within the package. */
export function rewrite(path: string, change: (text: string) => string) {
  return (files: Files) => {
    const text = new TextDecoder().decode(files.get(path))
    const changed = change(text)
    if (changed === text) throw new Error(`nothing was changed in ${path}`)
    files.set(path, encoder.encode(changed))
  }
}

/** Changes a JSON file's document within the package. */
// biome-ignore lint/suspicious/noExplicitAny: fixtures put in what no type allows
export function rewriteJson(path: string, change: (document: any) => void) {
  return rewrite(path, (text) => {
    const document = JSON.parse(text)
    change(document)
    return JSON.stringify(document)
  })
}

/** A ZIP of one more file, under any name and with any attributes. */
export function withEntry(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  content: Uint8Array = encoder.encode("x"),
  options: { attrs?: number; level?: 0 } = {},
): Uint8Array {
  const all: Zippable = Object.fromEntries(files)
  all[name] = [content, { os: 3, attrs: 0o100644 * 0x10000, ...options }]
  return zipSync(all, { mtime: new Date(1980, 0, 1, 12) })
}

/** Where a file's records are: in the directory, and before its data. */
export function recordsOf(zip: Uint8Array, path: string): { central: number; local: number } {
  const view = viewOf(zip)
  let at = view.getUint32(zip.length - 6, true)
  while (view.getUint32(at, true) === 0x02014b50) {
    const nameBytes = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameBytes))
    if (name === path) return { central: at, local: view.getUint32(at + 42, true) }
    at += 46 + nameBytes
  }
  throw new Error(`${path} is not in the directory`)
}

/** A copy with other bytes in some places. */
export function patched(zip: Uint8Array, patch: (view: DataView, copy: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(zip)
  patch(viewOf(copy), copy)
  return copy
}

/** A copy with bytes put in before `at`; the ending's pointer to the directory goes along where `at` is before it. */
export function inserted(zip: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(zip.length + bytes.length)
  copy.set(zip.subarray(0, at))
  copy.set(bytes, at)
  copy.set(zip.subarray(at), at + bytes.length)
  const directory = viewOf(zip).getUint32(zip.length - 6, true)
  if (at <= directory) viewOf(copy).setUint32(copy.length - 6, directory + bytes.length, true)
  return copy
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
