import type { BrowserContext, Page } from "playwright-core"
import { verifyPackage } from "../../manifest/package/verify.ts"

const types: Record<string, string> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
}

/**
 * A host that has installed a package: checks and unpacks it, and opens it in a page of its own at a virtual https origin
 * whose requests it answers out of the unpacked files, as Android's WebViewAssetLoader does: no server, no headers but
 * the type. Requests to other origins go to the network.
 * @returns the page, and the paths that were asked for and are not in the package
 */
export async function openInstalled(
  phone: BrowserContext,
  bytes: Uint8Array,
  origin: string,
): Promise<{ page: Page; missed: string[] }> {
  const verified = verifyPackage(bytes)
  if (!verified.ok) throw new Error(verified.faults.join("\n"))
  const { files, integration } = verified.delivery
  const missed: string[] = []
  const page = await phone.newPage()
  const control = await phone.newCDPSession(page)
  control.on("Fetch.requestPaused", async ({ requestId, request }) => {
    const path = new URL(request.url).pathname.slice(1)
    const content = files.get(path)
    if (!content) missed.push(path)
    await control.send("Fetch.fulfillRequest", {
      requestId,
      responseCode: content ? 200 : 404,
      responseHeaders: [{ name: "content-type", value: types[path.split(".").at(-1) ?? ""] ?? "text/plain" }],
      body: Buffer.from(content ?? "").toString("base64"),
    })
  })
  await control.send("Fetch.enable", { patterns: [{ urlPattern: `${origin}/*` }] })
  await page.goto(`${origin}/${integration.start.packaged}`)
  return { page, missed }
}
