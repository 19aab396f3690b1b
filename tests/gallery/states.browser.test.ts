import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, it } from "vitest"
import { states } from "../../src/gallery/states.ts"
import { openPhone } from "../browser/browser.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"
import { axeFindings } from "./axe.ts"
import { beyondTheEdge, screenShape, withoutFocusRing } from "./measure.ts"
import { openState, plainLook, wearLook } from "./openState.ts"
import { servePages } from "./servePages.ts"

/** The narrowest screen that large text must fit on, and the phone of the design. */
const narrow = { width: 320, height: 740 }
const usual = { width: 360, height: 740 }
const looks = [
  { name: "light-100", theme: "light", scale: 1, viewport: usual },
  { name: "dark-100", theme: "dark", scale: 1, viewport: usual },
  { name: "dark-200", theme: "dark", scale: 2, viewport: narrow },
  { name: "light-200", theme: "light", scale: 2, viewport: narrow },
] as const

const artifacts = fileURLToPath(new URL("../../.artifacts/gallery/", import.meta.url))

const the = serverAndBrowser(servePages)

beforeAll(() => {
  for (const { name } of looks) mkdirSync(artifacts + name, { recursive: true })
})

/** Looks at a state in all four looks, without loading it again, and keeps a picture of each. */
async function lookAt(page: Page, name: string): Promise<string[]> {
  const findings: string[] = []
  for (const { name: look, viewport, ...change } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: change.theme })
    await wearLook(page, { ...plainLook, ...change })
    const found = [...(await axeFindings(page)), ...(await beyondTheEdge(page))]
    findings.push(...found.map((finding) => `${look}: ${finding}`))
    // As long as the screen itself, so that what sticks to the bottom covers nothing in the picture.
    const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))
    await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, height) })
    await page.screenshot({ path: `${artifacts}${look}/${name}.png` })
  }
  return findings
}

describe.concurrent("every state of the gallery", () => {
  it.each(
    Object.keys(states),
  )("%s: accessible and whole, light and dark, in normal and double text", async (name) => {
    // A phone each: pages of one window get in the way of each other's pictures.
    const { phone, complaints } = await openPhone(the.browser)
    const page = await openState(phone, the.origin, name)
    const { headings, title, ...shape } = await screenShape(page)
    expect(headings).toHaveLength(1)
    expect(title).toContain(headings[0])
    expect(shape).toEqual({
      statusRegions: 1,
      mains: 1,
      moving: 0,
      lowTargets: [],
      lowRows: [],
      tooClose: [],
    })
    expect(await withoutFocusRing(page)).toEqual([])
    expect(await lookAt(page, name)).toEqual([])
    expect(complaints).toEqual([])
    await phone.close()
  })
})
