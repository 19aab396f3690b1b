import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { FrameLocator, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { startDemoServer } from "../browser/demoServer.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"

const the = serverAndBrowser(startDemoServer)

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

async function openCheck(query = ""): Promise<{ page: Page; check: FrameLocator }> {
  const page = await the.browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${the.origin}/host/?app=/host/bridge-check.html${query}`)
  const check = page.frameLocator("iframe").first()
  await check.getByText("Everything that needs no hand is done.").waitFor()
  return { page, check }
}

const inState = (check: FrameLocator, state: string) =>
  check
    .locator(`[data-state="${state}"]`)
    .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.check))
const passes = (check: FrameLocator, id: string) =>
  check.locator(`[data-check="${id}"][data-state="pass"]`).waitFor()

describe("the bridge check in the host page", () => {
  it("passes wholly, with somebody's hand", async () => {
    const { page, check } = await openCheck()
    const act = (name: string) =>
      page.getByRole("group", { name: "Phone A" }).getByRole("button", { name, exact: true }).click()
    const start = (name: RegExp) => check.getByRole("button", { name }).click()
    expect(await inState(check, "fail")).toEqual([])
    await act("Back")
    await passes(check, "hand.back")
    await page.getByRole("combobox", { name: "Theme" }).selectOption("dark")
    await passes(check, "hand.theme")
    await act("Hide")
    await act("Show")
    await passes(check, "hand.visible")
    await page.getByRole("combobox", { name: "Signed in now, phone A" }).selectOption("hue-s")
    await passes(check, "hand.identity")
    await start(/^Start: An interactive/)
    await passes(check, "hand.token")
    await start(/^Start: The host opens/)
    await passes(check, "hand.open")
    await start(/^Start: The host shows/)
    await page.getByRole("dialog").getByRole("button", { name: "Chia sẻ" }).click()
    await passes(check, "hand.share")
    await act("Tear down")
    await act("Open")
    await passes(check, "hand.teardown")
    await start(/^Start: The app can close/)
    await page.getByText("the app closed itself").first().waitFor()
    await act("Open")
    await passes(check, "hand.close")
    expect(await inState(check, "fail")).toEqual([])
    // There is nothing that this host does not grant.
    expect(await inState(check, "not run")).toEqual(["rules.grants"])
    await page.close()
  })

  it.each([
    ["&faults=bridge.hello%234=never", "pages.again"],
    ["&faults=store.get%231=null", "store.keeps"],
    ["&faults=bridge.echo%231=malformed", "echo.nfc"],
    ["&faults=identity.get%231=-32603", "identity.silent"],
  ])("finds the fault %s and no other", async (query, rule) => {
    const { page, check } = await openCheck(query)
    expect(await inState(check, "fail")).toEqual([rule])
    await page.close()
  })

  it("says what is not granted", async () => {
    const { page, check } = await openCheck("&faults=grants=none")
    expect(await inState(check, "fail")).toEqual([])
    expect(await inState(check, "not granted")).toHaveLength(5)
    await passes(check, "rules.grants")
    await page.close()
  })

  it("says that nobody is there in a plain browser", async () => {
    const page = await the.browser.newPage()
    await page.goto(`${the.origin}/host/bridge-check.html`)
    await page.getByText("No host answered.").waitFor()
    await page.close()
  })

  it.each([
    "light",
    "dark",
  ] as const)("can be used by everybody, as can the host page around it, in %s", async (theme) => {
    const { page } = await openCheck(`&theme=${theme}`)
    await page.emulateMedia({ colorScheme: theme })
    for (const frame of page.frames()) {
      await frame.evaluate(axe)
      const grave = await frame.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> }
        }
        const { violations } = await axe.run()
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id }) => id)
      })
      expect(grave).toEqual([])
    }
    await page.close()
  })
})
