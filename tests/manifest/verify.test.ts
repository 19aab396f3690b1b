import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readZip } from "../../manifest/package/readZip.ts"
import { verifyPackage } from "../../manifest/package/verify.ts"
import { newPackage, runPackage } from "./runPackage.ts"
import { exchanged, patched, recordsOf, repacked, rewrite, rewriteJson } from "./tamper.ts"

let made: ReturnType<typeof newPackage>
let files: Map<string, Uint8Array>
let zip: Uint8Array
beforeAll(() => {
  made = newPackage()
  zip = made.bytes
  const read = readZip(zip)
  if (!read.ok) throw new Error(read.fault)
  files = read.files
})
afterAll(() => made?.remove())

/** What is said against it; nothing, if it is taken. */
function faultsOf(bytes: Uint8Array, tree?: string): string[] {
  const verified = verifyPackage(bytes, tree)
  return verified.ok ? [] : verified.faults
}
const zeros = (bytes: number) => new Uint8Array(bytes)

it("a package as it was made is taken, also when the publisher's hash is asked for", () => {
  const [, tree = ""] = /tree ([0-9a-f]{64})/.exec(made.output) ?? []
  expect(faultsOf(zip, tree)).toEqual([])
})

describe("a tampered package is refused:", () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      "other content",
      () =>
        exchanged(
          files,
          rewrite("app.js", (text) => `${text};`),
        ),
      "app.js was changed",
    ],
    [
      "one more file",
      () => exchanged(files, (all) => all.set("common/more.js", zeros(1))),
      "common/more.js is not listed",
    ],
    [
      "one file less",
      () => exchanged(files, (all) => all.delete("i18n/en.json")),
      "i18n/en.json is listed, but missing",
    ],
    [
      "a list with another tree",
      () =>
        exchanged(
          files,
          rewriteJson("integrity.json", (list) => (list.tree = "0".repeat(64))),
        ),
      "the tree's hash is another",
    ],
    ["no list", () => exchanged(files, (all) => all.delete("integrity.json")), "integrity.json is missing"],
    ["no manifest", () => repacked(files, (all) => all.delete("manifest.json")), "manifest.json is missing"],
    ["no script", () => repacked(files, (all) => all.delete("app.js")), "app.js is missing"],
    ["no style sheet", () => repacked(files, (all) => all.delete("app.css")), "app.css is missing"],
    [
      "a bit fallen over",
      () =>
        patched(zip, (view) => {
          const at = recordsOf(zip, "app.js").local + 500
          view.setUint8(at, view.getUint8(at) ^ 1)
        }),
      "app.js does not unpack to what the directory says",
    ],
    [
      "a manifest that its schema refuses",
      () =>
        repacked(
          files,
          rewriteJson("manifest.json", (manifest) => manifest.req_permissions.push({ name: "camera" })),
        ),
      "manifest.json/req_permissions must NOT have more than 0 items",
    ],
    [
      "a manifest that is no JSON",
      () =>
        repacked(
          files,
          rewrite("hue-s.json", (text) => text.slice(1)),
        ),
      "hue-s.json must be object",
    ],
    [
      "a configuration of the demo",
      () =>
        repacked(
          files,
          rewriteJson("pages/config.json", (config) => (config.allowLoopbackHosts = true)),
        ),
      "pages/config.json is the demo's",
    ],
    [
      "a configuration with unknown members",
      () =>
        repacked(
          files,
          rewriteJson("pages/config.json", (config) => (config.token = "x")),
        ),
      'pages/config.json Invalid key: Expected never but received "token"',
    ],
  ])("%s", (_, tampered, fault) => {
    expect(faultsOf(tampered())).toContain(fault)
  })

  it("all packed anew with a fitting list, when the publisher's hash is asked for", () => {
    const other = repacked(
      files,
      rewrite("app.css", (text) => `${text}\n`),
    )
    expect(faultsOf(other)).toEqual([])
    const [, tree = ""] = /tree ([0-9a-f]{64})/.exec(made.output) ?? []
    expect(faultsOf(other, tree)).toEqual(["it is not the tree that was published"])
  })
})

describe("npm run package -- --verify", () => {
  it("says that a package is as it should be, and ends with 0", () => {
    const { status, output } = runPackage(["--verify", made.path])
    expect([status, output]).toEqual([
      0,
      expect.stringMatching(/^hue-s-contest \d+\.\d+\.\d+: as it should be\n/),
    ])
  })

  it("says what is wrong with one, and ends with 1", () => {
    const folder = mkdtempSync(join(tmpdir(), "contest-tampered-"))
    const path = join(folder, "tampered.ma")
    writeFileSync(
      path,
      exchanged(
        files,
        rewrite("app.js", (text) => `${text};`),
      ),
    )
    const { status, output, errors } = runPackage(["--verify", path])
    rmSync(folder, { recursive: true })
    expect([status, output, errors]).toEqual([1, "", "app.js was changed\nthe tree's hash is another\n"])
  })
})
