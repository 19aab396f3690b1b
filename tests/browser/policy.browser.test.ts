import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { openPhone } from "./browser.ts"
import { startDemoServer } from "./demoServer.ts"
import { takePolicyViolations } from "./policyViolations.ts"
import { serverAndBrowser } from "./serverAndBrowser.ts"

const the = serverAndBrowser(startDemoServer)
async function openApp(): Promise<Page> {
  const { phone } = await openPhone(the.browser)
  const page = await phone.newPage()
  await page.goto(`${the.origin}/`)
  await page.getByRole("heading", { name: "Mở Hue-S để dự thi" }).waitFor()
  return page
}

it("the app keeps its policy, and registers its worker through the one policy of Trusted Types", async () => {
  const page = await openApp()
  const worker = await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)
  expect(worker).toBe(`${the.origin}/worker.js`)
  expect(takePolicyViolations()).toEqual([])
  await page.context().close()
})

describe("a page that was taken over gets nowhere:", () => {
  const attempts: [what: string, attempt: (elsewhere: string) => unknown, wants: RegExp][] = [
    [
      "a script of its own",
      () => {
        const script = document.createElement("script")
        script.append("window.hurt = true")
        document.body.append(script)
      },
      /script-src|TrustedScript/,
    ],
    [
      "markup as text",
      () => {
        document.body.innerHTML = "<img src=x onerror='window.hurt = true'>"
      },
      /TrustedHTML/,
    ],
    [
      "text as code",
      () => {
        window.setTimeout("window.hurt = true", 0)
      },
      /TrustedScript|unsafe-eval/,
    ],
    ["another worker", () => navigator.serviceWorker.register("./assets/evil.js"), /TrustedScriptURL/],
    [
      "another maker of addresses",
      () => {
        window.trustedTypes?.createPolicy("evil", { createScriptURL: (text: string) => text })
      },
      /trusted-types/,
    ],
    [
      "what it knows, sent away",
      (elsewhere) => fetch(`${elsewhere}/healthz`, { mode: "no-cors" }),
      /connect-src/,
    ],
    [
      "an image from elsewhere",
      (elsewhere) => {
        document.body.append(Object.assign(new Image(), { src: `${elsewhere}/icons/icon-48.png` }))
      },
      /img-src/,
    ],
    [
      "a frame in it",
      (elsewhere) => {
        document.body.append(Object.assign(document.createElement("iframe"), { src: `${elsewhere}/` }))
      },
      /frame-src|default-src/,
    ],
    [
      "a form to elsewhere",
      (elsewhere) => {
        const form = Object.assign(document.createElement("form"), {
          action: `${elsewhere}/`,
          method: "post",
        })
        document.body.append(form)
        form.submit()
      },
      /form-action/,
    ],
    [
      "another base for its addresses",
      (elsewhere) => {
        document.head.append(Object.assign(document.createElement("base"), { href: `${elsewhere}/` }))
      },
      /base-uri/,
    ],
  ]

  it.each(attempts)("%s", async (_, attempt, wants) => {
    const page = await openApp()
    const elsewhere = the.origin.replace("127.0.0.1", "localhost")
    // What is thrown at once is one way to be refused; the browser says so on the console in any case.
    await page.evaluate(attempt, elsewhere).catch(() => undefined)
    await expect.poll(takePolicyViolationsOnce(), { timeout: 20_000 }).toMatch(wants)
    expect(await page.evaluate(() => "hurt" in window)).toBe(false)
    await page.context().close()
    takePolicyViolations()
  })
})

/** Everything said so far, as one text: violations come one by one. */
function takePolicyViolationsOnce(): () => string {
  let said = ""
  return () => {
    said += takePolicyViolations().join("\n")
    return said
  }
}
