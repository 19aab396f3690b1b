import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launchBrowser } from "./browser.ts"
import { startDemoServer } from "./demoServer.ts"
import { takePolicyViolations } from "./policyViolations.ts"

const guide = readFileSync(new URL("../../src/bridge/README.md", import.meta.url), "utf8")
const example = /```html\n([\s\S]*?)```/.exec(guide)?.[1] ?? ""

let browser: Browser
let page: Server
let pageOrigin: string
let demo: Awaited<ReturnType<typeof startDemoServer>>

beforeAll(async () => {
  browser = await launchBrowser()
  // The integrator's server: the example's page, and a token for the citizen of the session, as the demo's issuer signs it.
  page = createServer(async (request, response) => {
    if (request.url === "/") {
      const html = example
        .replace("https://hoi-thi.example", demo.origin)
        .replace("./hues-host-kit.js", `${demo.origin}/hues-host-kit.js`)
      return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html)
    }
    const signed = await fetch(`${demo.origin}/demo/identity`, {
      method: "POST",
      body: '{"persona":"hue-s"}',
    })
    return response.writeHead(200, { "content-type": "application/json" }).end(await signed.text())
  })
  await new Promise<void>((listening) => page.listen(0, "127.0.0.1", listening))
  pageOrigin = `http://127.0.0.1:${(page.address() as AddressInfo).port}`
  demo = await startDemoServer({ HOST_ORIGINS: pageOrigin })
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
  page?.close()
})

it("the guide's iframe example, pasted into an empty page, hosts the running demo with its citizen", async () => {
  expect(example).toContain("https://hoi-thi.example")
  const tab = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })
  await tab.goto(pageOrigin)
  const app = tab.frameLocator("iframe")
  await app.getByRole("button", { name: "Bắt đầu làm bài", exact: true }).click()
  await app.getByText("Trần Văn Minh").waitFor()
  await tab.close()
})

it("a page on another origin that is not listed cannot even frame the app", async () => {
  const stranger = createServer((_, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(
        example
          .replace("https://hoi-thi.example", demo.origin)
          .replace("./hues-host-kit.js", `${demo.origin}/hues-host-kit.js`),
      ),
  )
  await new Promise<void>((listening) => stranger.listen(0, "127.0.0.1", listening))
  const tab = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })
  await tab.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}`)
  const frame = () => tab.frames().find((one) => one.parentFrame() !== null)
  // What the browser shows in place of a page that it was told to refuse.
  await expect.poll(() => frame()?.url(), { timeout: 30_000 }).toBe("chrome-error://chromewebdata/")
  expect(takePolicyViolations().join()).toMatch(/frame-ancestors/)
  expect(await frame()?.locator("#app").count()).toBe(0)
  await tab.close()
  stranger.close()
})
