import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { schemaFaults } from "../../manifest/check/schemas.ts"
import { policies } from "../../manifest/source/csp.ts"
import { deployment } from "../../manifest/source/deployment.ts"
import { readPolicy, withInlineHashes } from "../../src/service/pageSecurity/contentSecurityPolicy.ts"
import { builtPages } from "../../src/service/site.ts"
import { wholePage } from "../../src/service/wholePage.ts"

const hosts = ["https://phuong.example"]
const built = (name: string) => readFileSync(builtPages.app.replace("index.html", name), "utf8")

async function policyOf(path: string, demo: boolean) {
  const answer = await builtPages.routes({ demo, hostOrigins: hosts }).request(path)
  expect([path, answer.status]).toEqual([path, 200])
  return readPolicy(answer.headers.get("content-security-policy") ?? "")
}

describe("pages as built and served in production", () => {
  const declared = { ...policies(deployment.service).hosted, "frame-ancestors": hosts }

  it.each([
    "/",
    "/index.html",
  ])("%s has the policy of the manifest, with the hashes of this very build", async (path) => {
    const whole = wholePage(built("index.html"), built)
    expect(await policyOf(path, false)).toEqual(withInlineHashes(declared, whole))
  })

  it.each(["/worker.js", "/hue-s.json", "/icons/icon-192.png"])("%s is under it too", async (path) => {
    expect((await policyOf(path, false))["default-src"]).toEqual(["'none'"])
  })

  it("nothing in a policy is unsafe: what an address itself says is a picture at the most", async () => {
    for (const policy of [await policyOf("/", false), await policyOf("/", true)]) {
      const { "img-src": images, ...rest } = policy
      expect(images).toEqual(["'self'", "data:"])
      expect(JSON.stringify(rest)).not.toMatch(/unsafe|\*|data:/)
    }
  })

  it.each(["hue-s.json", "app.webmanifest"])("%s is there, as its schema says", (name) => {
    expect(schemaFaults(name, JSON.parse(built(name)))).toEqual([])
  })

  it("the page names its Web App Manifest, which comes as one, and its icons are there", async () => {
    expect(built("index.html")).toContain('<link rel="manifest" href="./app.webmanifest">')
    const pages = builtPages.routes({ demo: false, hostOrigins: [] })
    const answer = await pages.request("/app.webmanifest")
    expect(answer.headers.get("content-type")).toContain("application/manifest+json")
    const { icons } = (await answer.json()) as { icons: { src: string; type: string }[] }
    for (const { src, type } of icons) {
      const icon = await pages.request(`/${src}`)
      expect([src, icon.status, icon.headers.get("content-type")]).toEqual([src, 200, type])
    }
  })

  it("are routed by one expression: none of them makes Hono look up all routes, the API's too, step by step", async () => {
    const pages = builtPages.routes({ demo: false, hostOrigins: [] })
    await pages.request("/")
    expect(pages.router.name).toContain("RegExpRouter")
  })
})

describe("pages of the demo", () => {
  it("let the demo's own host page frame the app, beside the hosts that are named", async () => {
    for (const path of ["/", "/host/", "/host/frame.html", "/bridge-check/", "/gallery/"])
      expect((await policyOf(path, true))["frame-ancestors"]).toEqual(["'self'", ...hosts])
  })

  it("run the app of a phone under its own policy, which lets the phone write its page", async () => {
    const [app, phone] = [await policyOf("/", true), await policyOf("/host/frame.html", true)]
    expect(phone).toEqual({ ...app, "trusted-types": ["hue-s-worker", "hue-s-phone"] })
    expect(await policyOf("/host/in-page.html", true)).toEqual(app)
    for (const address of ["/", "/?a=1", "/index.html#/rules"])
      expect(await policyOf(`/host/frame.html?open=${encodeURIComponent(address)}`, true)).toEqual(phone)
    for (const address of ["/host/bridge-check.html", "/bridge-check/?a=1"])
      expect(await policyOf(`/host/frame.html?open=${encodeURIComponent(address)}`, true)).toEqual(
        await policyOf("/bridge-check/", true),
      )
  })
})
