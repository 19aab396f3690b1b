import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { applyPatch } from "./applyPatch.ts"
import { copyTree } from "./copyTree.ts"
import { type PlantedBug, plantedBugs } from "./plantedBugs.ts"
import { failingTests } from "./runTests.ts"

// Plants each bug in a copy of the tree, one at a time, and lists which test noticed it.

const only = process.argv[2]
const bugs = plantedBugs.filter(({ name }) => only === undefined || name.includes(only))
const { folder, remove } = copyTree()
let isWrong = false

function plant({ patches }: PlantedBug): () => void {
  const before = new Map<string, string>()
  const restore = () => {
    for (const [file, text] of before) writeFileSync(file, text)
  }
  try {
    for (const patch of patches) {
      const file = join(folder, patch.file)
      const text = readFileSync(file, "utf8")
      if (!before.has(file)) before.set(file, text)
      writeFileSync(file, applyPatch(text, patch))
    }
    return restore
  } catch (error) {
    restore()
    throw error
  }
}

function say(line: string, isBad: boolean): void {
  isWrong ||= isBad
  process.stdout.write(`${isBad ? "✗" : "✓"} ${line}\n`)
}

try {
  // A test that fails without any bug would notice everything.
  const before = failingTests(folder, [...new Set(bugs.flatMap(({ tests }) => tests))])
  if (before.length > 0) say(`without any bug: ${before.join("; ")}`, true)
  for (const bug of bugs) {
    try {
      const restore = plant(bug)
      const [first, ...others] = failingTests(folder, bug.tests)
      restore()
      if (first === undefined) say(`${bug.name}: unnoticed`, true)
      else say(`${bug.name}: ${first}${others.length > 0 ? ` (and ${others.length} more)` : ""}`, false)
    } catch (error) {
      say(`${bug.name}: ${error instanceof Error ? error.message : String(error)}`, true)
    }
  }
} finally {
  remove()
}
process.exitCode = isWrong ? 1 : 0
