import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { integrationManifest } from "../../manifest/generate/integrationManifest.ts"
import { deployment } from "../../manifest/source/deployment.ts"
import { readSettings } from "../../src/service/settings.ts"
import { runPackage } from "./runPackage.ts"

const readme = readFileSync("README.md", "utf8")
const steps = readme.slice(readme.indexOf("### Hosted"), readme.indexOf("## For QA"))

describe("the steps for integrators", () => {
  it("use options that the command has", () => {
    const { output } = runPackage(["--help"])
    const options = [...steps.matchAll(/--[a-z]+(?= )/g)].map(([option]) => option)
    expect(options).toEqual(expect.arrayContaining(["--service", "--contest", "--verify", "--tree"]))
    for (const option of options) expect(output).toContain(`${option} <`)
  })

  it("name the deployment as it is written, and settings that the service reads", () => {
    expect(steps).toContain(`--service ${deployment.service} --contest ${deployment.contest}`)
    expect(steps).toContain(`\`${deployment.packageOrigins[0]}\``)
    const settings = readSettings({
      HOST_ORIGINS: "https://phuong.example",
      PACKAGE_ORIGINS: deployment.packageOrigins.join(),
    })
    expect([settings.hostOrigins, settings.packageOrigins]).toEqual([
      ["https://phuong.example"],
      deployment.packageOrigins,
    ])
    for (const name of ["HOST_ORIGINS", "PACKAGE_ORIGINS"]) expect(steps).toContain(`\`${name}\``)
  })

  it("point at members that hue-s.json has", () => {
    const manifest = integrationManifest("0.1.0", deployment)
    expect(steps).toContain("`webview.android` in `hue-s.json`")
    expect(manifest.webview.android.settings.allowFileAccess).toBe(false)
    expect(steps).toContain("`pages/index.html`")
    expect(manifest.start.packaged).toBe("pages/index.html")
  })
})

it.each(["README.md", "manifest/README.md"])("every file that %s points at is there", (path) => {
  const links = [...readFileSync(path, "utf8").matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, to = ""]) => to)
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((to) => !existsSync(join(dirname(path), to)))).toEqual([])
})
