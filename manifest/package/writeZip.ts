import { type Zippable, zipSync } from "fflate"

// The first day that a ZIP can name. It takes a date by the clock on the wall, so this is the same in every time zone.
const nowhen = new Date(1980, 0, 1, 12)
const unix = 3
const readableFile = 0o100644

/**
 * The files as one ZIP: the same bytes for the same files, whenever and wherever it is made, because order, dates and
 * rights are fixed and the compressor is a package of one exact version instead of the machine's zlib.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const content: Zippable = {}
  for (const path of [...files.keys()].sort()) content[path] = files.get(path) ?? new Uint8Array()
  return zipSync(content, { level: 9, mtime: nowhen, os: unix, attrs: (readableFile << 16) >>> 0 })
}
