import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { applyPatch } from "./applyPatch.ts"
import { plantedBugs } from "./plantedBugs.ts"

const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))

// That each is noticed takes minutes: `npm run planted-bugs`. That each can still be planted is seen here.
describe.each(plantedBugs)("the planted bug: $name", ({ patches, tests }) => {
  it("applies, and has tests to notice it", () => {
    for (const patch of patches) {
      const text = readFileSync(pathOf(patch.file), "utf8")
      expect(applyPatch(text, patch)).not.toBe(text)
    }
    expect(tests.filter((file) => !existsSync(pathOf(file)))).toEqual([])
  })
})

it("a patch whose place has changed says so", () => {
  const patch = { file: "a.ts", find: "b", replace: "c" }
  expect(() => applyPatch("x", patch)).toThrow("a.ts: found 0 times")
  expect(() => applyPatch("bb", patch)).toThrow("a.ts: found 2 times")
})
