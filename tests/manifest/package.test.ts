import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { packageVersion } from "../../manifest/generate/version.ts"
import type { Integrity } from "../../manifest/package/integrity.ts"
import { readZip } from "../../manifest/package/readZip.ts"
import { copyTree } from "../planted/copyTree.ts"
import { findProgram } from "../setup/findProgram.ts"
import { newPackage, runPackage } from "./runPackage.ts"

let made: ReturnType<typeof newPackage>
let files: Map<string, Uint8Array>
beforeAll(() => {
  made = newPackage()
  const read = readZip(made.bytes)
  if (!read.ok) throw new Error(read.fault)
  files = read.files
})
afterAll(() => made?.remove())

const textOf = (path: string) => new TextDecoder().decode(files.get(path))
const jsonOf = (path: string) => JSON.parse(textOf(path))

describe("the package", () => {
  it("is laid out as W3C MiniApp Packaging has it, with ours beside", () => {
    const folders = [...files.keys()].filter((path) => path.includes("/")).map((path) => path.split("/")[0])
    expect([...new Set(folders)].sort()).toEqual(["common", "i18n", "pages"])
    expect([...files.keys()].filter((path) => !path.includes("/"))).toEqual([
      "app.css",
      "app.js",
      "hue-s.json",
      "integrity.json",
      "manifest.json",
    ])
    expect([...files.keys()].filter((path) => path.startsWith("pages/"))).toEqual([
      "pages/config.json",
      "pages/index.html",
    ])
  })

  it("names the service of the deployment, and another one where it is told to", () => {
    expect(jsonOf("pages/config.json").api).toBe("https://hoi-thi.example/api/v1")
    const other = newPackage(["--service", "https://khac.example", "--contest", "cchc-2025"])
    const read = readZip(other.bytes)
    other.remove()
    if (!read.ok) throw new Error(read.fault)
    const text = (path: string) => new TextDecoder().decode(read.files.get(path))
    expect(JSON.parse(text("pages/config.json"))).toEqual({
      api: "https://khac.example/api/v1",
      contest: "cchc-2025",
      hostOrigins: [],
    })
    expect(text("pages/index.html")).toContain("connect-src 'self' https://khac.example;")
    expect(JSON.parse(text("hue-s.json")).origins.service).toBe("https://khac.example")
  })

  it("is not made for a service over plain http", () => {
    const { status, errors } = runPackage([
      "--service",
      "http://khac.example",
      "--out",
      "/nowhere/package.ma",
    ])
    expect([status, errors]).toEqual([1, expect.stringMatching(/^hue-s\.json\/origins\/service /m)])
  })

  it("is a few files of one version, without worker, map or Web App Manifest", () => {
    expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+$/)
    expect(jsonOf("manifest.json").version.name).toBe(packageVersion())
    expect(files.size).toBeLessThan(48)
    expect([...files.keys()].filter((path) => /worker|\.map$|webmanifest/.test(path))).toEqual([])
    expect(textOf("pages/index.html")).not.toContain('rel="manifest"')
    const scripts = [...files.keys()].filter((path) => path.endsWith(".js")).map(textOf)
    expect(scripts.filter((script) => script.includes("serviceWorker.register"))).toEqual([])
  })

  it("holds what its README lists, and nothing else", () => {
    const guide = readFileSync("manifest/README.md", "utf8")
    const [, listing = ""] = /## In the package\n\n```\n([\s\S]*?)```/.exec(guide) ?? []
    const named = [...listing.matchAll(/^(\S+)(?: {2}(app\.css))? {2}/gm)].flatMap(([, one = "", two]) =>
      two ? [one, two] : [one],
    )
    const isNamed = (path: string) =>
      named.some((name) => (name.endsWith("/") ? path.startsWith(name) : path === name))
    expect([...files.keys()].filter((path) => !isNamed(path))).toEqual([])
    expect(named.filter((name) => ![...files.keys()].some((path) => path.startsWith(name)))).toEqual([])
  })

  it("lists the hash of every file, and one of them all, which the command prints", () => {
    const integrity: Integrity = jsonOf("integrity.json")
    expect(Object.keys(integrity.files)).toEqual(
      [...files.keys()].filter((path) => path !== "integrity.json"),
    )
    expect(made.output).toContain(`tree ${integrity.tree}\n`)
  })
})

describe("the same package", () => {
  it("comes out of another folder, time zone, language, day and umask, byte for byte", () => {
    const tree = copyTree()
    // Two years and a half on, for everything in the process that asks for the time.
    const later = `const real = Date; const shift = 79e9
      globalThis.Date = class extends real { constructor(...when) { super(...(when.length ? when : [real.now() + shift])) }
        static now() { return real.now() + shift } }`
    const environment = {
      TZ: "Pacific/Kiritimati",
      LC_ALL: "tr_TR.UTF-8",
      NODE_ENV: "development",
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}`,
    }
    const other = newPackage([], { folder: tree.folder, environment, umask: "077" })
    other.remove()
    tree.remove()
    expect(Buffer.compare(other.bytes, made.bytes)).toBe(0)
  })

  it("is read by unzip without complaint", () => {
    const said = execFileSync(findProgram("unzip"), ["-t", made.path], { encoding: "utf8" })
    expect(said).toMatch(/^No errors detected in compressed data of /m)
  })

  it("is read by Python's zipfile, which finds the very files that are listed", () => {
    const program = `import hashlib, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps({one.filename: hashlib.sha256(archive.read(one)).hexdigest() for one in archive.infolist()}))`
    const read = JSON.parse(
      execFileSync(findProgram("python3"), ["-c", program, made.path], { encoding: "utf8" }),
    )
    const integrity: Integrity = jsonOf("integrity.json")
    const listed = Object.entries(integrity.files).map(([path, { sha256 }]) => [path, sha256])
    delete read["integrity.json"]
    expect(read).toEqual(Object.fromEntries(listed))
  })
})
