import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { builtPages } from "../../src/service/site.ts"
import { launchBrowser, openPhone } from "./browser.ts"
import { takePolicyViolations } from "./policyViolations.ts"

// All pages here are of one site, as the pages of a city's wards are: they share the worker that one of them installed.
const servers: Server[] = []
let browser: Browser
let service: { origin: string; hostOrigins: string[] }

beforeAll(async () => {
  browser = await launchBrowser()
  service = await startPages()
})
afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
})

async function originOf(server: Server): Promise<string> {
  servers.push(server)
  if (!server.listening) await new Promise((listening) => server.once("listening", listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The built pages as production serves them, for a list of hosts that may change as by a restart; no API. */
async function startPages() {
  const started = { origin: "", hostOrigins: [] as string[] }
  const app = new Hono()
  app.get("/config.json", (c) =>
    c.json({ api: "/api/v1", contest: "none", hostOrigins: started.hostOrigins }),
  )
  app.all("*", (c) => builtPages.routes({ demo: false, hostOrigins: started.hostOrigins }).fetch(c.req.raw))
  started.origin = await originOf(serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }) as Server)
  return started
}

/** A ward's page with the app in a frame. */
async function startWard(): Promise<string> {
  const html = () => `<!doctype html><title>Phường</title><iframe src="${service.origin}/"></iframe>`
  const server = createServer((_, answer) =>
    answer.writeHead(200, { "content-type": "text/html" }).end(html()),
  )
  return originOf(server.listen(0, "127.0.0.1"))
}

async function openWard(phone: BrowserContext, ward: string): Promise<Page> {
  const page = await phone.newPage()
  await page.goto(ward)
  return page
}

/** What has become of the frame: the app, or the browser's word that it was refused. */
async function inFrame(page: Page): Promise<string> {
  const frame = page.frames().find((one) => one.parentFrame() !== null)
  if (frame?.url().startsWith("chrome-error:")) return "refused"
  return (await frame?.locator("#app > *").count()) ? "the app" : ""
}
const becomes = (page: Page) => expect.poll(() => inFrame(page), { timeout: 60_000 })

it("only pages that are listed now frame the app, also where a worker has kept it from before", async () => {
  const [first, second] = [await startWard(), await startWard()]
  const { phone } = await openPhone(browser)

  service.hostOrigins = [first]
  const page = await openWard(phone, first)
  await becomes(page).toBe("the app")
  const framed = page.frames().find((one) => one.parentFrame() !== null)
  await framed?.evaluate(async () => (await navigator.serviceWorker.ready).active)
  await becomes(await openWard(phone, second)).toBe("refused")
  expect(takePolicyViolations().join()).toMatch(/frame-ancestors/)

  service.hostOrigins = [second]
  await becomes(await openWard(phone, second)).toBe("the app")
  expect(takePolicyViolations()).toEqual([])
  await becomes(await openWard(phone, first)).toBe("refused")
  expect(takePolicyViolations().join()).toMatch(/frame-ancestors/)
  await phone.close()
})
