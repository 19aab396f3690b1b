import { crc32, inflateRawSync } from "node:zlib"
import { namesFault } from "./names.ts"

/** What a package may be at most. Ten times what ours is. */
export const packageLimits = {
  /** Of the whole file, in bytes. */
  fileBytes: 4 * 1024 * 1024,
  entries: 200,
  /** Of one file unpacked, in bytes. */
  entryBytes: 2 * 1024 * 1024,
  /** Of all files unpacked, in bytes. */
  totalBytes: 8 * 1024 * 1024,
}

type Read = { ok: true; files: Map<string, Uint8Array> } | { ok: false; fault: string }

type Entry = {
  path: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  at: number
}

const endBytes = 22
const centralBytes = 46
const localBytes = 30
/** Bit 11: the name is UTF-8. Everything else is encryption, sizes behind the data, or patches. */
const utf8Flag = 0x0800

/**
 * Unpacks a ZIP that is exactly what it seems: one archive from the first byte to the last, entries one after another
 * as its directory lists them, stored or deflated, nothing hidden between or behind. Nothing is unpacked beyond its
 * declared size, and nothing before all sizes together are within `packageLimits`. The fault of anything else, in words.
 */
export function readZip(bytes: Uint8Array): Read {
  if (bytes.length > packageLimits.fileBytes) return refuse("the file is too large")
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const directory = readEnd(view)
  if (typeof directory === "string") return refuse(directory)
  const entries = readDirectory(view, directory)
  if (typeof entries === "string") return refuse(entries)
  const named = namesFault(entries.map(({ path }) => path))
  if (named !== null) return refuse(named)
  if (entries.some(({ size }) => size > packageLimits.entryBytes)) return refuse("a file in it is too large")
  if (entries.reduce((sum, { size }) => sum + size, 0) > packageLimits.totalBytes)
    return refuse("its files together are too large")

  const files = new Map<string, Uint8Array>()
  let next = 0
  for (const entry of entries) {
    if (entry.at !== next) return refuse(`${entry.path} does not follow the file before it`)
    const start = localEnd(view, entry, directory.at)
    if (start === null) return refuse(`${entry.path} is not what the directory says`)
    next = start + entry.packed
    if (next > directory.at) return refuse(`${entry.path} reaches into the directory`)
    const content = unpack(bytes.subarray(start, next), entry)
    if (content === null) return refuse(`${entry.path} does not unpack to what the directory says`)
    files.set(entry.path, Uint8Array.from(content))
  }
  return next === directory.at
    ? { ok: true, files }
    : refuse("there is something between files and directory")
}

const refuse = (fault: string): Read => ({ ok: false, fault })

/** Where the directory is; a text where the file does not end in exactly one, of one disk and without remarks. */
function readEnd(view: DataView): { at: number; count: number } | string {
  const at = view.byteLength - endBytes
  if (at < 0 || view.getUint32(at, true) !== 0x06054b50) return "it does not end like a ZIP"
  const [disk, first, here, count] = [4, 6, 8, 10].map((field) => view.getUint16(at + field, true))
  const [size = 0, start = 0] = [12, 16].map((field) => view.getUint32(at + field, true))
  if (disk !== 0 || first !== 0 || here !== count || view.getUint16(at + 20, true) !== 0)
    return "it is in parts, or has a remark"
  if (!count || count > packageLimits.entries) return "it has no files, or too many"
  return start + size === at ? { at: start, count } : "its directory is not at its end"
}

function readDirectory(view: DataView, { at, count }: { at: number; count: number }): Entry[] | string {
  const entries: Entry[] = []
  const end = view.byteLength - endBytes
  let next = at
  for (let number = 0; number < count; number += 1) {
    if (next + centralBytes > end || view.getUint32(next, true) !== 0x02014b50)
      return "its directory is broken"
    const [flags = 0, method = 0] = [8, 10].map((field) => view.getUint16(next + field, true))
    const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((field) => view.getUint32(next + field, true))
    const [nameBytes = 0, extra, remark, disk] = [28, 30, 32, 34].map((field) =>
      view.getUint16(next + field, true),
    )
    const [rights = 0, start = 0] = [38, 42].map((field) => view.getUint32(next + field, true))
    const path = nameAt(view, next + centralBytes, nameBytes)
    if (path === null) return "a name in it is no text"
    if ((flags & ~utf8Flag) !== 0 || ![0, 8].includes(method))
      return `${path} is encrypted or packed in a strange way`
    if (extra !== 0 || remark !== 0 || disk !== 0) return `${path} has extra data`
    // The upper half are Unix file types and rights; whatever is no plain file (a link, a device) stays out.
    if (![0, 0o10].includes(rights >>> 28)) return `${path} is no plain file`
    entries.push({ path, flags, method, crc, packed, size, at: start })
    next += centralBytes + nameBytes
  }
  return next === end ? entries : "its directory is broken"
}

/** Where an entry's data begins; null where its own header says something else than the directory. */
function localEnd(view: DataView, entry: Entry, directoryAt: number): number | null {
  const { at } = entry
  if (at + localBytes > directoryAt || view.getUint32(at, true) !== 0x04034b50) return null
  const nameBytes = view.getUint16(at + 26, true)
  const same =
    view.getUint16(at + 6, true) === entry.flags &&
    view.getUint16(at + 8, true) === entry.method &&
    view.getUint32(at + 14, true) === entry.crc &&
    view.getUint32(at + 18, true) === entry.packed &&
    view.getUint32(at + 22, true) === entry.size &&
    view.getUint16(at + 28, true) === 0 &&
    nameAt(view, at + localBytes, nameBytes) === entry.path
  return same ? at + localBytes + nameBytes : null
}

function nameAt(view: DataView, at: number, length: number): string | null {
  if (at + length > view.byteLength) return null
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      new Uint8Array(view.buffer, view.byteOffset + at, length),
    )
  } catch {
    // Not UTF-8.
    return null
  }
}

/** null: it is more or less than `size`, or has another checksum. A bomb stops at its declared size. */
function unpack(packed: Uint8Array, { method, size, crc }: Entry): Uint8Array | null {
  try {
    const content = method === 0 ? packed : inflated(packed, size)
    return content && content.length === size && crc32(content) === crc ? content : null
  } catch {
    // Not deflated, or longer than it may be.
    return null
  }
}

function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  const { buffer, engine } = inflateRawSync(packed, {
    maxOutputLength: Math.max(size, 1),
    info: true,
  }) as unknown as {
    buffer: Uint8Array
    engine: { bytesWritten: number }
  }
  // What comes behind the end of the compressed data would be unpacked by nobody, and seen by nobody.
  return engine.bytesWritten === packed.length ? buffer : null
}
