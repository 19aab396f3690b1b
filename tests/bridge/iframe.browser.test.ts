import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Browser, Frame, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launchBrowser } from "../browser/browser.ts"
import { bundled } from "./support/bundle.ts"
import { token } from "./support/session.ts"

const guide = readFileSync(new URL("../../src/bridge/README.md", import.meta.url), "utf8")
const example = /```html\n([\s\S]*?)```/.exec(guide)?.[1] ?? ""

/** What the app's page does: connects, and keeps host and log where the test can ask for them. */
const appPage = (hostOrigin: string) => `<!doctype html><title>app</title><script type="module">
  import { connectHost, browserSurroundings } from "./app.js"
  window.log = []
  window.host = connectHost({
    ...browserSurroundings(window),
    hostOrigins: ["${hostOrigin}"],
    allowLoopbackHttp: true,
    app: { id: "hue-s-contest", version: "1.0.0" },
    wants: ["store", "share"],
    log: (line) => window.log.push(line),
  })
  window.host.then((host) => host.onBack(() => ++window.backs > 0))
  window.backs = 0
</script>`

const servers: Server[] = []
let browser: Browser
let files: Record<string, string>

beforeAll(async () => {
  files = {
    "/app.js": await bundled({
      "connectHost.ts": ["connectHost"],
      "surroundings.ts": ["browserSurroundings"],
    }),
    "/hues-host-kit.js": await bundled({ "hostKit/hostKit.ts": ["hostKit"] }),
    "/hues/token": JSON.stringify({ ...token, epoch: undefined }),
  }
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
})

/** Serves a page and the files at an origin of its own. */
async function serve(page: () => string): Promise<string> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""]
    const type = request.url?.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8"
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(file ?? page())
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The guide's page with the app in it, and the app's frame. */
async function openExample(
  listed: (hostOrigin: string) => string,
  changed = (html: string) => html,
): Promise<{ page: Page; app: Frame }> {
  let hostOrigin = ""
  const appOrigin = await serve(() => appPage(listed(hostOrigin)))
  hostOrigin = await serve(() => changed(example.replace("https://hoi-thi.example", appOrigin)))
  const page = await browser.newPage({ colorScheme: "dark" })
  await page.goto(hostOrigin)
  const frame = await page.waitForSelector("iframe")
  const app = await frame.contentFrame()
  if (!app) throw new Error("the example has no frame")
  await app.waitForFunction("window.host")
  return { page, app }
}

it("the guide's page, pasted as it is, serves the app in its frame", async () => {
  const { page, app } = await openExample((origin) => origin)
  const about =
    "host.then((host) => [host.kind, host.name, host.context().theme, host.can('share'), host.can('store')])"
  expect(await app.evaluate(about)).toEqual(["hosted", "Phường Thuận Hòa", "dark", true, false])

  const request = { audience: "hue-s-contest", scope: ["name"], interactive: false }
  const answer = await app.evaluate(`host.then((host) => host.identity(${JSON.stringify(request)}))`)
  expect(answer).toEqual({ ok: true, value: { token: token.token, expiresAt: token.expiresAt, epoch: 1 } })
  expect(JSON.stringify(await app.evaluate("log"))).not.toContain(token.token.slice(0, 12))

  const text = `"'\u2028 ${"Thừa Thiên Huế".normalize("NFD")} 🎉 ${"x".repeat(60_000)}`
  expect(await app.evaluate(`host.then((host) => host.echo(${JSON.stringify(text)}))`)).toEqual({
    ok: true,
    value: text,
  })

  await page.emulateMedia({ colorScheme: "light" })
  await app.waitForFunction("host.then((host) => host.context().theme === 'light')")
  await page.keyboard.press("Escape")
  await app.waitForFunction("window.backs === 1")
  await page.close()
})

it("a page whose origin is not listed hears one empty word and nothing more", async () => {
  const { page, app } = await openExample(() => "http://127.0.0.1:1")
  expect(await app.evaluate("host.then((host) => host.kind)")).toBe("standalone")
  const notes = (await app.evaluate("log")) as { note: string }[]
  expect(new Set(notes.map(({ note }) => note))).toEqual(new Set(["ORIGIN_REJECTED", "standalone"]))
  await page.close()
})

it("a sandboxed frame has no origin, and the host does not answer it", async () => {
  const sandboxed = 'frame.sandbox = "allow-scripts"\n  frame.title ='
  const { page, app } = await openExample(
    (origin) => origin,
    (html) => html.replace("frame.title =", sandboxed),
  )
  expect(await app.evaluate("origin")).toBe("null")
  expect(await app.evaluate("host.then((host) => host.kind)")).toBe("standalone")
  expect(await app.evaluate("log.map(({ note }) => note)")).toEqual(["standalone"])
  await page.close()
})
