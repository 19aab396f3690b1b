import type { Browser } from "playwright-core"

const seen: string[] = []

/** What pages have broken of their policies since it was asked last. A test that wants violations takes them itself. */
export function takePolicyViolations(): string[] {
  return seen.splice(0)
}

/** Notes what every page of this browser breaks of its policy, as the browser says it on the console. */
export function watchPolicies(browser: Browser): void {
  const { newContext } = browser
  // Pages that are opened without a context of their own get one from here too.
  browser.newContext = async (...options) => {
    const context = await newContext.apply(browser, options)
    context.on("console", (message) => {
      if (/Content Security Policy|requires 'Trusted/i.test(message.text())) seen.push(message.text())
    })
    return context
  }
}
