import { describe, expect, it } from "vitest"
import { packageLimits, readZip } from "../../manifest/package/readZip.ts"
import { writeZip } from "../../manifest/package/writeZip.ts"
import { exchanged, inserted, patched, recordsOf, withEntry } from "./tamper.ts"

const files = new Map([
  ["app.css", new TextEncoder().encode("p { color: red }")],
  ["app.js", new TextEncoder().encode("hello('bridge.hello');".repeat(20))],
  ["common/part.js", new TextEncoder().encode("export {}")],
])
const zip = writeZip(files)

/** What is said against it; nothing, if it is read. */
function faultsOf(bytes: Uint8Array): string[] {
  const read = readZip(bytes)
  return read.ok ? [] : [read.fault]
}
const zeros = (bytes: number) => new Uint8Array(bytes)
const end = (bytes: Uint8Array) => bytes.length - 22

it("a ZIP as it was written gives the files that went into it", () => {
  expect(readZip(zip)).toEqual({ ok: true, files })
})

describe("a path trick is refused:", () => {
  it.each([
    "../evil.js",
    "pages/../../evil.js",
    "/etc/evil.js",
    "C:/evil.js",
    "C:evil.js",
    "pages\\evil.js",
    "./evil.js",
    "pages//evil.js",
    "pages/evil.js/",
    "pages/",
    "evil.js.",
    "evil.js ",
    "evil.js\0.css",
    "évil.js",
    ".htaccess",
    "evil.exe",
    "evil",
  ])("%j", (name) => {
    expect(faultsOf(withEntry(files, name))).toEqual([
      expect.stringMatching(/is no plain path$|is of no kind that belongs here$/),
    ])
  })

  it.each([
    ["two files that a phone folds into one", "APP.js", /is there twice$/],
    ["a file that is a folder too", "app.js/evil.js", /is a file and a folder$/],
  ])("%s", (_, name, fault) => {
    expect(faultsOf(withEntry(files, name))).toEqual([expect.stringMatching(fault)])
  })

  it("a name that no file system takes", () => {
    expect(faultsOf(withEntry(files, `${"a".repeat(253)}.js`))).toEqual(["a name of 256 letters"])
  })

  it("a link in place of a file", () => {
    const link = withEntry(files, "link.js", new TextEncoder().encode("/etc/passwd"), {
      attrs: 0o120777 * 0x10000,
    })
    expect(faultsOf(link)).toEqual(["link.js is no plain file"])
  })

  it("another name before the data than in the directory", () => {
    const renamed = patched(zip, (view) => view.setUint8(recordsOf(zip, "app.js").local + 30, 0x2e))
    expect(faultsOf(renamed)).toEqual(["app.js is not what the directory says"])
  })

  it("a name that is no text", () => {
    const garbled = patched(zip, (view) => view.setUint8(recordsOf(zip, "app.js").central + 46, 0xff))
    expect(faultsOf(garbled)).toEqual(["a name in it is no text"])
  })
})

describe("a file that is more than one ZIP is refused:", () => {
  it.each<[string, () => Uint8Array, string]>([
    ["no ZIP", () => new TextEncoder().encode("<!doctype html>"), "it does not end like a ZIP"],
    ["half of one", () => zip.slice(0, zip.length / 2), "it does not end like a ZIP"],
    ["something behind it", () => inserted(zip, zip.length, zeros(4)), "it does not end like a ZIP"],
    ["something before it", () => inserted(zip, 0, zeros(4)), "app.css is not what the directory says"],
    [
      "something between files and directory",
      () => inserted(zip, recordsOf(zip, "app.css").central, zeros(4)),
      "there is something between files and directory",
    ],
    [
      "a remark",
      () => patched(zip, (view) => view.setUint16(end(zip) + 20, 1, true)),
      "it is in parts, or has a remark",
    ],
    [
      "a second part",
      () => patched(zip, (view) => view.setUint16(end(zip) + 4, 1, true)),
      "it is in parts, or has a remark",
    ],
    [
      "fewer files than its directory has",
      () =>
        patched(zip, (view) => {
          for (const field of [8, 10]) view.setUint16(end(zip) + field, files.size - 1, true)
        }),
      "its directory is broken",
    ],
    [
      "a directory elsewhere",
      () => patched(zip, (view) => view.setUint32(end(zip) + 16, 0, true)),
      "its directory is not at its end",
    ],
    ["encryption", () => flagged(1), "app.js is encrypted or packed in a strange way"],
    ["sizes behind the data", () => flagged(8), "app.js is encrypted or packed in a strange way"],
    [
      "another way of packing",
      () => patched(zip, (view) => view.setUint16(recordsOf(zip, "app.js").central + 10, 12, true)),
      "app.js is encrypted or packed in a strange way",
    ],
    [
      "extra data",
      () => patched(zip, (view) => view.setUint16(recordsOf(zip, "app.js").central + 30, 4, true)),
      "app.js has extra data",
    ],
    [
      "two files over the same data",
      () =>
        patched(zip, (view) => {
          const { local } = recordsOf(zip, "app.css")
          view.setUint32(recordsOf(zip, "app.js").central + 42, local, true)
        }),
      "app.js does not follow the file before it",
    ],
  ])("%s", (_, made, fault) => {
    expect(faultsOf(made())).toEqual([fault])
  })

  const flagged = (flag: number) =>
    patched(zip, (view) => view.setUint16(recordsOf(zip, "app.js").central + 8, flag, true))
})

describe("what is over-large is refused, and not unpacked:", () => {
  it("the whole file", () => {
    const large = withEntry(files, "common/large.js", zeros(packageLimits.fileBytes), { level: 0 })
    expect(faultsOf(large)).toEqual(["the file is too large"])
  })

  it("one file of zeros", () => {
    const bomb = withEntry(files, "common/bomb.js", zeros(packageLimits.entryBytes + 1))
    expect(bomb.length).toBeLessThan(zip.length + 5000)
    expect(faultsOf(bomb)).toEqual(["a file in it is too large"])
  })

  it("many files of zeros", () => {
    const bombs = exchanged(files, (all) => {
      for (let number = 0; number < 5; number += 1)
        all.set(`common/bomb-${number}.js`, zeros(packageLimits.entryBytes))
    })
    expect(faultsOf(bombs)).toEqual(["its files together are too large"])
  })

  it("a file of zeros that says it is small", () => {
    const bomb = withEntry(files, "common/bomb.js", zeros(50_000_000))
    const { central, local } = recordsOf(bomb, "common/bomb.js")
    const lying = patched(bomb, (view) => {
      view.setUint32(central + 24, 10, true)
      view.setUint32(local + 22, 10, true)
    })
    expect(faultsOf(lying)).toEqual(["common/bomb.js does not unpack to what the directory says"])
  })

  it("too many files", () => {
    const many = exchanged(files, (all) => {
      for (let number = 0; number < packageLimits.entries; number += 1)
        all.set(`common/${number}.js`, zeros(1))
    })
    expect(faultsOf(many)).toEqual(["it has no files, or too many"])
  })
})
