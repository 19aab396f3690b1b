import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Browser, Frame, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "../browser/browser.ts"
import { bundled } from "./support/bundle.ts"

const servers: Server[] = []
let browser: Browser
let appScript: string

beforeAll(async () => {
  appScript = await bundled({ "connectHost.ts": ["connectHost"], "surroundings.ts": ["browserSurroundings"] })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
})

/** Serves pages by path at an origin of its own. `headers`: sent with every page. */
async function serve(
  pages: () => Record<string, string>,
  headers: Record<string, string> = {},
): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/"
    const type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8"
    response
      .writeHead(200, { "content-type": type, "access-control-allow-origin": "*", ...headers })
      .end(pages()[path] ?? "")
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The mini-app's page: lists one host, may have a frame of a stranger's in it, keeps what its bridge noted. */
const appPage = (hostOrigin: string, inside = "") => `<!doctype html>${inside}<script type="module">
  import { connectHost, browserSurroundings } from "./app.js"
  window.log = []
  window.host = connectHost({
    ...browserSurroundings(window), hostOrigins: ["${hostOrigin}"], allowLoopbackHttp: true,
    app: { id: "hue-s-contest", version: "1.0.0" }, wants: [], log: (line) => window.log.push(line),
  })
</script>`

/** Offers itself as the host to \`target\`, again and again, and keeps whatever comes through its port. */
const pretender = (target: string) => `<!doctype html><script>
  window.heard = []
  setInterval(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = ({ data }) => window.heard.push(data)
    ${target}.postMessage("hues:ack", "*", [channel.port2])
  }, 50)
</script>`

async function open(address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(address)
  return page
}

async function frameAt(page: Page, origin: string): Promise<Frame> {
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(origin))).toBe(true)
  const frame = page.frames().find((one) => one.url().startsWith(origin))
  if (!frame) throw new Error(`no frame of ${origin}`)
  return frame
}

/** How the app ended up, and what its bridge noted on the way. */
async function outcome(app: Frame): Promise<{ kind: string; notes: string[] }> {
  await app.waitForFunction("window.host")
  const kind = (await app.evaluate("host.then((host) => host.kind)")) as string
  const notes = (await app.evaluate("[...new Set(log.map(({ note }) => note))].sort()")) as string[]
  return { kind, notes }
}

describe("in a real browser, with pages on different origins, the app is not taken in by", () => {
  it("a frame inside its own page that pretends to be the host", async () => {
    const stranger = await serve(() => ({ "/": pretender("parent") }))
    let hostOrigin = ""
    const appOrigin = await serve(() => ({
      "/": appPage(hostOrigin, `<iframe src="${stranger}/"></iframe>`),
      "/app.js": appScript,
    }))
    // The listed host is there, but says nothing: the pretender has all the time it wants.
    hostOrigin = await serve(() => ({ "/": `<!doctype html><iframe src="${appOrigin}/"></iframe>` }))
    const page = await open(hostOrigin)
    expect(await outcome(await frameAt(page, appOrigin))).toEqual({
      kind: "standalone",
      notes: ["source", "standalone"],
    })
    expect(await (await frameAt(page, stranger)).evaluate("heard")).toEqual([])
    await page.close()
  })

  it("another window that pretends to be the host", async () => {
    let hostOrigin = ""
    const appOrigin = await serve(() => ({ "/": appPage(hostOrigin), "/app.js": appScript }))
    const sibling = await serve(() => ({ "/": pretender("parent.frames[0]") }))
    hostOrigin = await serve(() => ({
      "/": `<!doctype html><iframe src="${appOrigin}/"></iframe><iframe src="${sibling}/"></iframe>`,
    }))
    const page = await open(hostOrigin)
    expect(await outcome(await frameAt(page, appOrigin))).toEqual({
      kind: "standalone",
      notes: ["source", "standalone"],
    })
    expect(await (await frameAt(page, sibling)).evaluate("heard")).toEqual([])
    await page.close()
  })

  it("a parent whose origin is not listed", async () => {
    const appOrigin = await serve(() => ({ "/": appPage("http://127.0.0.1:1"), "/app.js": appScript }))
    const parent = await serve(() => ({
      "/": `${pretender("frames[0]")}<iframe src="${appOrigin}/"></iframe>`,
    }))
    const page = await open(parent)
    expect(await outcome(await frameAt(page, appOrigin))).toEqual({
      kind: "standalone",
      notes: ["ORIGIN_REJECTED", "standalone"],
    })
    expect(await page.evaluate("heard")).toEqual([])
    await page.close()
  })

  it('a parent without an origin ("null"), even where somebody listed that', async () => {
    const appOrigin = await serve(() => ({ "/": appPage("null"), "/app.js": appScript }))
    const sandboxed = { "content-security-policy": "sandbox allow-scripts" }
    const parent = await serve(
      () => ({ "/": `${pretender("frames[0]")}<iframe src="${appOrigin}/"></iframe>` }),
      sandboxed,
    )
    const page = await open(parent)
    expect(await page.evaluate("origin")).toBe("null")
    // The page in a sandboxed page's frame has no origin either.
    expect(await outcome(await frameAt(page, appOrigin))).toEqual({
      kind: "standalone",
      notes: ["ORIGIN_REJECTED", "standalone"],
    })
    expect(await page.evaluate("heard")).toEqual([])
    await page.close()
  })
})
