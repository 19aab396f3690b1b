import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import type { ContestApi } from "../../src/client/contestApi.ts"
import { exampleText } from "./inProcessExample.ts"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/** TypeScript's word on a module that stands in src/client: nothing where it has no complaint. */
function complaints(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "readme-"))
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"))
  const absolute = text.replace(
    /from "(\.[^"]+)"/g,
    (_, path: string) => `from "${resolve(repository, "src/client", path)}"`,
  )
  writeFileSync(join(folder, "example.ts"), absolute)
  const config = { extends: join(repository, "tsconfig.json"), include: ["example.ts"], exclude: [] }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config))
  try {
    execFileSync(process.execPath, [join(repository, "node_modules/typescript/bin/tsc"), "-p", folder])
    return ""
  } catch (error) {
    // tsc ends with a code where it complains, and says so on standard output.
    return String((error as { stdout?: Buffer }).stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it("the guide's example is TypeScript without a fault, and a fault would be seen", () => {
  expect(complaints(exampleText())).toBe("")
  const spoilt = exampleText().replace("serviceTime: at", "serviceTime: String(at)")
  expect(complaints(spoilt)).toContain("not assignable to type 'number'")
})

it("the guide tells of every call that there is to implement", () => {
  const calls: Record<keyof ContestApi, true> = {
    contest: true,
    paper: true,
    ticket: true,
    putEntry: true,
    entry: true,
    entries: true,
    results: true,
    revisions: true,
    ledgerProof: true,
    practice: true,
    standings: true,
    complain: true,
  }
  const guide = readFileSync(join(repository, "src/client/README.md"), "utf8")
  const told = [...guide.matchAll(/^\| `(\w+)\(/gm)].map(([, name]) => name)
  expect(told).toEqual(Object.keys(calls))
})
