import { beforeAll, describe, expect, it } from "vitest"
import { codeChecks } from "../../manifest/check/codeChecks.ts"
import { type CodeFacts, codeFacts } from "../../manifest/check/codeFacts.ts"
import type { Delivery } from "../../manifest/check/delivery.ts"
import { packageChecks } from "../../manifest/check/packageChecks.ts"
import { pngSize } from "../../manifest/check/png.ts"
import { icons } from "../../manifest/generate/icons.ts"
import { readFolder } from "../../manifest/package/readFolder.ts"
import { verifyPackage } from "../../manifest/package/verify.ts"
import { type Plant, wrongBesideCode, wrongPackages } from "./contradictions.ts"
import { newPackage } from "./runPackage.ts"

let real: Delivery
beforeAll(() => {
  const made = newPackage()
  made.remove()
  const verified = verifyPackage(made.bytes)
  if (!verified.ok) throw new Error(verified.faults.join("\n"))
  real = verified.delivery
})

/** A copy of the real thing with one thing wrong in it. */
function planted(plant: Plant): { delivery: Delivery; code: CodeFacts } {
  const fixture = {
    files: new Map(real.files),
    miniApp: structuredClone(real.miniApp),
    integration: structuredClone(real.integration),
    code: codeFacts(),
  }
  plant(fixture)
  const { code, ...delivery } = fixture
  return { delivery, code }
}

describe("the package does not contradict itself:", () => {
  it.each(packageChecks.map(({ claim, faults }) => [claim, faults] as const))("%s", (_, faults) => {
    expect(faults(real)).toEqual([])
  })

  it.each(wrongPackages)("%s: %s is noticed", (claim, _, plant, fault) => {
    const check = packageChecks.find((one) => one.claim === claim)
    expect(check?.faults(planted(plant).delivery)).toContainEqual(expect.stringContaining(fault))
  })
})

describe("the manifests say what the code does:", () => {
  it.each(codeChecks.map(({ claim, faults }) => [claim, faults] as const))("%s", (_, faults) => {
    expect(faults(real, codeFacts())).toEqual([])
  })

  it.each(wrongBesideCode)("%s: %s is noticed", (claim, _, plant, fault) => {
    const check = codeChecks.find((one) => one.claim === claim)
    const { delivery, code } = planted(plant)
    expect(check?.faults(delivery, code)).toContainEqual(expect.stringContaining(fault))
  })
})

it("every check has something that it would notice", () => {
  const claims = [...packageChecks, ...codeChecks].map(({ claim }) => claim)
  expect([...new Set([...wrongPackages, ...wrongBesideCode].map(([claim]) => claim))]).toEqual(claims)
})

it("every icon, maskable ones too, has the pixels of its name", () => {
  const drawn = readFolder("public/icons")
  expect([...drawn.keys()].sort()).toEqual(icons.map(({ file }) => file).sort())
  for (const { file, pixels } of icons)
    expect([file, pngSize(drawn.get(file) ?? new Uint8Array())]).toEqual([
      file,
      { width: pixels, height: pixels },
    ])
})
