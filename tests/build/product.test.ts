import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { demoIssuerName } from "../../src/service/demo/demoIssuer.ts"
import { personas } from "../../src/service/demo/personas.ts"

const product = fileURLToPath(new URL("../../dist/app", import.meta.url))

/** Every file of the product as built, by path, as text. */
let built: Map<string, string>
beforeAll(() => {
  if (!existsSync(product)) throw new Error("the product is not built: npm run build")
  const names = readdirSync(product, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$/.test(name),
  )
  built = new Map(names.map((name) => [name, readFileSync(join(product, name), "utf8")]))
})

const filesWith = (text: string) =>
  [...built].filter(([, content]) => content.includes(text)).map(([name]) => name)

describe("the production build", () => {
  it("is there to be searched", () => {
    expect(built.size).toBeGreaterThan(5)
    expect(filesWith("Hội thi Hue-S")).toContain("index.html")
    expect(filesWith("Đã nhận bài").length).toBeGreaterThan(0)
  })

  const demoWords = [
    demoIssuerName,
    "/demo/",
    "demo-person",
    ...personas.map(({ claims }) => claims.sub),
    ...personas.flatMap(({ claims }) => claims.name ?? []),
  ]
  it.each(demoWords)("has nothing of the demo: %s", (word) => {
    expect(filesWith(word)).toEqual([])
  })

  it.each([
    "Mini-app host",
    "identity.get#",
    "newerHost",
    "bridge-check",
    "gallery",
    "offerPort",
    "hues-host-kit",
  ])("has nothing of the mocked host or the gallery: %s", (word) => {
    expect(filesWith(word)).toEqual([])
  })

  it("has no source map, no answer key, no question of any paper", () => {
    expect([...built.keys()].filter((name) => name.endsWith(".map"))).toEqual([])
    for (const word of ["sourceMappingURL", "r1q01", "Nghị quyết số 12-NQ/TU", "BEGIN PRIVATE KEY"]) {
      expect([word, filesWith(word)]).toEqual([word, []])
    }
  })
})
