import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launchBrowser } from "../browser/browser.ts"
import { axeFindings } from "./axe.ts"
import { beyondTheEdge, screenShape, withoutFocusRing } from "./measure.ts"

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 600 } })
})
afterAll(() => browser?.close())

const withBody = (body: string) =>
  page.setContent(`<html lang="vi"><title>Câu 1</title><body style="margin:0">${body}</body></html>`)

it("sees what lies beyond the edge, and that the page scrolls sideways", async () => {
  await withBody('<p style="width:400px">rộng</p>')
  expect(await beyondTheEdge(page)).toEqual([
    "scrolls sideways by 80 px",
    'outside: <p style="width:400px">rộng</p>',
  ])
  await withBody("<p>vừa</p>")
  expect(await beyondTheEdge(page)).toEqual([])
})

it("sees low and crowded targets, and leaves a link within a sentence alone", async () => {
  await withBody(`<main><h1>Câu 1</h1>
    <button class="button" style="display:block;height:50px">Một</button>
    <button class="button" style="display:block;height:60px">Hai</button>
    <button style="height:30px">Ba</button><p>Xem <a href="#x">ở đây</a>.</p></main>`)
  expect(await screenShape(page)).toEqual({
    headings: ["Câu 1"],
    title: "Câu 1",
    statusRegions: 0,
    mains: 1,
    moving: 0,
    lowTargets: ["Ba"],
    lowRows: ["Một"],
    tooClose: ["Một | Hai"],
  })
})

it("sees a target that does not show the focus", async () => {
  await withBody('<button>Thấy</button><button style="outline:none">Không thấy</button>')
  await page.addStyleTag({ content: ":focus-visible { outline: 3px solid black }" })
  expect(await withoutFocusRing(page)).toEqual(['<button style="outline:none">Không thấy</button>'])
})

it("sees pale text and a field without a name", async () => {
  await withBody('<main><h1>Câu 1</h1><p style="color:#bbb">nhạt</p><input></main>')
  const rules = (await axeFindings(page)).map((finding) => finding.split(":")[0])
  expect(rules.sort()).toEqual(["color-contrast", "label"])
})
