import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core"
import { inject } from "vitest"
import { watchPolicies } from "./policyViolations.ts"

// Keeps Chromium from calling home, which a closed network answers with a flood of errors.
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A headless Chromium. A page in it that breaks its Content-Security-Policy fails the test. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: inject("chromium"), args: quiet })
  watchPolicies(browser)
  return browser
}

/** A phone of the design's size, 360×740, Vietnamese; what its pages complain about goes to `complaints`. */
export async function openPhone(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ phone: BrowserContext; complaints: string[] }> {
  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
    hasTouch: true,
    ...options,
  })
  const complaints: string[] = []
  phone.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  phone.on("weberror", (error) => complaints.push(String(error.error())))
  return { phone, complaints }
}
