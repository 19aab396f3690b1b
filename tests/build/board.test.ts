import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { viBoard } from "../../src/board/viBoard.ts"

const product = fileURLToPath(new URL("../../dist/app/", import.meta.url))
const files = readdirSync(product, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.\w+$/.test(name),
)
const read = (name: string) => readFileSync(product + name, "utf8")

describe("the ward's pages in the product", () => {
  it("are there, with scripts of their own", () => {
    expect(files).toEqual(expect.arrayContaining(["board/index.html", "board/poster.html"]))
    for (const page of ["board/index.html", "board/poster.html"]) {
      const sources = [...read(page).matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
        ([, source]) => source,
      )
      expect(sources.length).toBeGreaterThan(1)
      for (const source of sources) expect(source).toMatch(/^\.\.\/board\/assets\//)
    }
  })
  it("add nothing to the mini-app: none of its files holds a word of theirs", () => {
    const own = files.filter((name) => !name.startsWith("board/"))
    expect(files.filter((name) => read(name).includes(viBoard.poster.print))).not.toEqual([])
    expect(own.filter((name) => read(name).includes(viBoard.poster.print))).toEqual([])
    expect(own.filter((name) => read(name).includes("hues-board"))).toEqual([])
  })
  it("are not in the list that the service worker loads ahead", () => {
    const worker = read("worker.js")
    expect(worker).toContain("index.html")
    expect(worker).not.toContain("board/")
  })
})
