import { describe, expect, it } from "vitest"
import { schemaFaults, schemas } from "../../manifest/check/schemas.ts"
import { integrationManifest } from "../../manifest/generate/integrationManifest.ts"
import { miniAppManifest } from "../../manifest/generate/miniAppManifest.ts"
import { packageVersion } from "../../manifest/generate/version.ts"
import { webAppManifest } from "../../manifest/generate/webAppManifest.ts"
import { integrityOf } from "../../manifest/package/integrity.ts"
import { deployment } from "../../manifest/source/deployment.ts"
import { breakEveryRule, rulesOf } from "./breakRules.ts"

const version = packageVersion()
const documents: [string, unknown][] = [
  ["manifest.json", miniAppManifest(version)],
  ["app.webmanifest", webAppManifest()],
  ["hue-s.json", integrationManifest(version, { ...deployment, hostOrigins: ["https://phuong.example"] })],
  ["integrity.json", integrityOf(new Map([["app.js", new Uint8Array(1)]]))],
]

describe.each(documents)("%s", (name, document) => {
  const schemaId = `${name.replace(/\.json$/, "")}.schema.json`
  const broken = breakEveryRule(schemaId, document)

  it("is as its schema says", () => {
    expect(schemaFaults(name, document)).toEqual([])
  })

  it("has for each rule of its schema a document that breaks it", () => {
    const tried = new Set(broken.map(({ rule }) => rule))
    expect([...rulesOf(schemaId)].filter((rule) => !tried.has(rule))).toEqual([])
    expect(tried.size).toBeGreaterThan(10)
  })

  // A rule that holds at several places is shown at the first.
  const first = broken.filter((one, at) => broken.findIndex(({ rule }) => rule === one.rule) === at)
  it.each(first)("is refused by $rule at $path", ({ document: wrong, path, keyword }) => {
    expect(schemaFaults(name, wrong)).toContainEqual(expect.objectContaining({ path, keyword }))
  })
})

describe("the schemas", () => {
  it("are all in use", () => {
    const used = new Set(
      documents.flatMap(([name]) => [...rulesOf(`${name.replace(/\.json$/, "")}.schema.json`)]),
    )
    const files = new Set([...used].map((rule) => rule.slice(0, rule.indexOf("/"))))
    expect([...schemas.keys()].sort()).toEqual([...files].sort())
  })

  it.each([
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'unsafe-hashes'",
    "*",
    "https:",
    "http://a.example",
    "data:",
  ])("let no policy allow %s", (source) => {
    const manifest = integrationManifest(version, deployment)
    const csp = { ...manifest.csp, hosted: { ...manifest.csp.hosted, "script-src": ["'self'", source] } }
    expect(schemaFaults("hue-s.json", { ...manifest, csp })).toContainEqual(
      expect.objectContaining({ path: "/csp/hosted/script-src/1", keyword: "pattern" }),
    )
  })
})
