import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import jsqr from "jsqr"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "../browser/browser.ts"
import { startDemoServer } from "../browser/demoServer.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const guide = readFileSync(new URL("../../src/board/README.md", import.meta.url), "utf8")
const snippet = /```html\n([\s\S]*?)```/.exec(guide)?.[1] ?? ""

let browser: Browser
let demo: Awaited<ReturnType<typeof startDemoServer>>
let ward: Server
let wardOrigin: string

beforeAll(async () => {
  browser = await launchBrowser()
  // The ward's own web page, on another origin, with the guide's snippet in its column.
  ward = createServer((_, response) => {
    const html = `<!doctype html><title>UBND phường</title><div style="width:640px">${snippet.replace("https://hoi-thi.example", demo.origin)}</div>`
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html)
  })
  await new Promise<void>((listening) => ward.listen(0, "127.0.0.1", listening))
  wardOrigin = `http://127.0.0.1:${(ward.address() as AddressInfo).port}`
  demo = await startDemoServer({ HOST_ORIGINS: wardOrigin })
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
  ward?.close()
})

const lever = (path: string, body: object) =>
  fetch(`${demo.origin}/demo/${path}`, { method: "POST", body: JSON.stringify(body) })

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 800, height: 900 },
    locale: "vi-VN",
    ...options,
  })
  const page = await context.newPage()
  await page.goto(demo.origin + path)
  return page
}
const sees = (page: Page, title: string) => page.getByRole("heading", { level: 1, name: title }).waitFor()

/** Violations that axe calls serious or critical. */
async function graveFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Finding = { id: string; impact: string; nodes: { target: string[] }[] }
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)
  })
}

/** What a scanner reads in the picture of an element. */
async function scan(page: Page, selector: string): Promise<string | undefined> {
  const png = (await page.locator(selector).screenshot()).toString("base64")
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const paint = canvas.getContext("2d")
    paint?.drawImage(bitmap, 0, 0)
    const picture = paint?.getImageData(0, 0, bitmap.width, bitmap.height)
    // As text: an array of numbers is very long on the wire to the browser.
    let letters = ""
    for (const byte of picture?.data ?? []) letters += String.fromCharCode(byte)
    return { pixels: btoa(letters), width: bitmap.width, height: bitmap.height }
  }, png)
  return jsqr(Uint8ClampedArray.from(Buffer.from(pixels, "base64")), width, height)?.data
}

/** How many pages a printed document has, and that they are A4. */
function pagesOf(pdf: Buffer): { pages: number; isA4: boolean } {
  const text = pdf.toString("latin1")
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
  return {
    pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length,
    isA4: Math.abs(Number(width) - 595.28) < 1 && Math.abs(Number(height) - 841.89) < 1,
  }
}

describe("before anything is published", () => {
  it("the board says so, and how far the weeks are", async () => {
    const page = await open("/board/")
    await sees(page, "Chưa có kết quả tuần nào")
    await page.getByText("Đang mở đến 23:59, Chủ nhật, 03/11/2024.").waitFor()
    expect(await graveFindings(page)).toEqual([])
    await page.context().close()
  })
  it("the notice screen shows the weeks and how to enter", async () => {
    const page = await open("/board/?screen=1")
    await sees(page, "Chưa có kết quả tuần nào")
    await page.keyboard.press("ArrowRight")
    await sees(page, "Tuần 1 đang mở")
    expect(await scan(page, ".qr")).toBe(`${demo.origin}/`)
    await page.context().close()
  })
})

describe("with two weeks published", () => {
  beforeAll(async () => {
    await lever("clock", { now: "2024-11-12T09:00:00+07:00" })
    for (const round of [1, 2]) {
      const published = await lever("publish", { contest: "hue-s-2024", round })
      expect(published.status).toBe(200)
    }
  })

  const pages = [
    ["/board/?", "Bảng đơn vị"],
    ["/board/?view=round&round=1", "Kết quả tuần 1"],
    ["/board/?view=round&round=4", "Tuần 4 chưa có kết quả"],
    ["/board/?screen=1", "Bảng đơn vị"],
  ] as const
  it.each(
    pages,
  )("%s has no grave fault by axe and no sideways scroll on a narrow phone, in every look", async (path, title) => {
    // Without the fading in of a page: colours half-way are nobody's to read.
    const page = await open(path, { viewport: { width: 320, height: 740 }, reducedMotion: "reduce" })
    await sees(page, title)
    for (const [theme, scale] of [
      ["light", "1"],
      ["light", "2"],
      ["dark", "2"],
      ["dark", "1"],
    ] as const) {
      await page.evaluate(
        ([theme, scale]) => {
          document.documentElement.dataset.theme = theme
          document.documentElement.style.setProperty("--scale", scale)
        },
        [theme, scale] as const,
      )
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect({ theme, scale, width, findings: await graveFindings(page) }).toEqual({
        theme,
        scale,
        width: 320,
        findings: [],
      })
    }
    await page.context().close()
  })

  it("the URL chooses theme, size of text and language", async () => {
    const page = await open("/board/?theme=dark&text=200&lang=en")
    await sees(page, "Unit standings")
    const root = await page.evaluate(() => {
      const { dataset, lang } = document.documentElement
      return [dataset.theme, lang, getComputedStyle(document.documentElement).fontSize]
    })
    expect(root).toEqual(["dark", "en", "36px"])
    await page.context().close()
  })

  it("every figure of the table is what the service answers", async () => {
    const page = await open("/board/")
    await sees(page, "Bảng đơn vị")
    const answer = await fetch(`${demo.origin}/api/v1/contests/hue-s-2024/standings`)
    const { leagues } = await answer.json()
    const ranked = leagues[0].rows.filter(({ rank }: { rank: number | null }) => rank !== null)
    const shown = await page.locator("table.standings tbody tr").evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector("th")?.textContent,
        score: row.querySelector("td.score")?.lastChild?.textContent,
      })),
    )
    const written = new Intl.NumberFormat("vi", { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    expect(shown).toEqual(
      ranked.map(({ unit, score }: { unit: { name: string }; score: number }) => ({
        name: unit.name,
        score: written.format(100 * score),
      })),
    )
    expect(shown.length).toBeGreaterThan(20)
    await page.context().close()
  })

  it("the keyboard alone reaches a week's report", async () => {
    const page = await open("/board/")
    await sees(page, "Bảng đơn vị")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await sees(page, "Kết quả tuần 1")
    await page.context().close()
  })

  it("the guide's snippet, pasted into the ward's page, shows the board at its full height", async () => {
    expect(snippet).toContain("https://hoi-thi.example/board/")
    const tab = await browser.newPage({ viewport: { width: 1100, height: 900 }, locale: "vi-VN" })
    await tab.goto(wardOrigin)
    const board = tab.frameLocator("iframe")
    await board.getByRole("heading", { level: 1, name: "Bảng đơn vị" }).waitFor()
    await tab.waitForFunction(() => (document.querySelector("iframe")?.clientHeight ?? 0) > 2000)
    const inside = tab.frames()[1]
    const overflow = () => inside?.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
    await expect.poll(overflow).toBeLessThanOrEqual(0)
    // Another page of the board is lower: the frame follows.
    await board.getByRole("link", { name: "Tuần 4" }).click()
    await board.getByRole("heading", { level: 1, name: "Tuần 4 chưa có kết quả" }).waitFor()
    await tab.waitForFunction(() => (document.querySelector("iframe")?.clientHeight ?? 9999) < 1000)
    expect(await board.getByRole("link", { name: "Mở Hội thi" }).getAttribute("target")).toBe("_top")
    await tab.close()
  })

  describe("the notice screen", () => {
    const hall = { viewport: { width: 1920, height: 1080 } }

    it("turns its pages every 20 seconds, each of them whole on the screen", async () => {
      const context = await browser.newContext({ ...hall, locale: "vi-VN" })
      const page = await context.newPage()
      await page.clock.install()
      await page.goto(`${demo.origin}/board/?screen=1`)
      await sees(page, "Bảng đơn vị")
      const titles: (string | null)[] = []
      for (let turn = 0; turn < 7; turn++) {
        titles.push(await page.getByRole("heading", { level: 1 }).textContent())
        expect(
          await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight),
        ).toBeLessThanOrEqual(0)
        // What has to be read from afar: 30 px of 1080, which is 15 mm on a screen of 43 inches.
        const smallest = await page.evaluate(() =>
          Math.min(
            ...[
              ...document.querySelectorAll(".chart-name, .report th, .award-name, .award-prize, .join p"),
            ].map(
              (element) =>
                parseFloat(getComputedStyle(element).fontSize) *
                Number(document.documentElement.style.getPropertyValue("--fit") || 1),
            ),
          ),
        )
        expect(smallest).toBeGreaterThanOrEqual(30)
        await page.clock.runFor(20_000)
      }
      expect(titles).toEqual([
        "Bảng đơn vị",
        "Bảng đơn vị",
        "Kết quả tuần 2",
        "Người đạt giải",
        "Người đạt giải",
        "Tuần 3 đang mở",
        "Bảng đơn vị",
      ])
      await page.keyboard.press("Space")
      const paused = await page.getByText(/^Trang \d trên 6$/).textContent()
      await page.clock.runFor(120_000)
      expect(await page.getByText(/^Trang \d trên 6$/).textContent()).toBe(paused)
      await context.close()
    })

    it.each([
      ["reduce", "none"],
      ["no-preference", "appear"],
    ] as const)("moves nothing where motion is unwanted: %s", async (reducedMotion, animation) => {
      const page = await open("/board/?screen=1", { ...hall, reducedMotion })
      await sees(page, "Bảng đơn vị")
      expect(await page.locator(".slide").evaluate((slide) => getComputedStyle(slide).animationName)).toBe(
        animation,
      )
      await page.context().close()
    })

    it("keeps its figures through a loss of network, says so, and comes back", async () => {
      const page = await open("/board/?screen=1", hall)
      await sees(page, "Bảng đơn vị")
      await page.route(`${demo.origin}/api/**`, (route) => route.abort())
      await page.evaluate(() => dispatchEvent(new Event("online")))
      await page.getByText("Mất kết nối.").waitFor()
      await sees(page, "Bảng đơn vị")
      await page.unroute(`${demo.origin}/api/**`)
      await page.evaluate(() => dispatchEvent(new Event("online")))
      await page.getByText("Số liệu lúc").waitFor()
      await page.context().close()
    })
  })

  describe("the poster", () => {
    it.each(["vi", "en"])("prints on exactly one page A4, in %s", async (lang) => {
      const page = await open(`/board/poster?lang=${lang}`)
      await page.locator(".sheet h1").waitFor()
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual({ pages: 1, isA4: true })
      expect(await graveFindings(page)).toEqual([])
      await page.context().close()
    })

    it("tells weeks, who, what, prizes, steps and the warning, and its code opens the contest", async () => {
      const page = await open("/board/poster")
      const sheet = page.locator(".sheet")
      await sheet.locator("h1").waitFor()
      const text = await sheet.innerText()
      for (const fact of [
        "Hội thi trực tuyến tìm hiểu về nền tảng số Hue-S năm 2024",
        "Ban Tổ chức Hội thi",
        "Từ 28/10/2024 đến hết 03/11/2024",
        "Từ 18/11/2024 đến hết 24/11/2024",
        "Người có tài khoản Hue-S hoặc VNeID.",
        "15 câu hỏi và 1 câu dự đoán, khoảng 10 phút.",
        "1\u00a0Giải Nhất, 3\u00a0Giải Nhì, 4\u00a0Giải Ba, 5\u00a0Giải Khuyến khích",
        "10 giải tập thể",
        "Bấm “Bắt đầu làm bài”",
        "Nhận giải không mất tiền. Ban Tổ chức không hỏi mật khẩu, mã OTP, số thẻ.",
        new URL(demo.origin).host,
      ])
        expect(text).toContain(fact)
      expect(await scan(page, ".qr")).toBe(`${demo.origin}/`)
      await page.context().close()
    })

    it("opens the host app where the deployment has a link to it", async () => {
      const context = await browser.newContext({ viewport: { width: 800, height: 900 } })
      const page = await context.newPage()
      const hostLink = "https://hue-s.example/mo/hoi-thi?tu=to-a4"
      await page.route("**/config.json", async (route) => {
        const config = await (await route.fetch()).json()
        await route.fulfill({ json: { ...config, hostLink } })
      })
      await page.goto(`${demo.origin}/board/poster`)
      await page.locator(".sheet h1").waitFor()
      expect(await scan(page, ".qr")).toBe(hostLink)
      await page.getByText("hue-s.example/mo/hoi-thi?tu=to-a4", { exact: true }).waitFor()
      await context.close()
    })

    it("of a contest with much to say is one page still, with everything on it", async () => {
      const context = await browser.newContext({ viewport: { width: 800, height: 900 } })
      const page = await context.newPage()
      await page.route("**/contests/hue-s-2024", async (route) => {
        const contest = await (await route.fetch()).json()
        const [round] = contest.rounds
        const prizes = [1, 2, 3].flatMap(() => contest.awards.individual)
        await route.fulfill({
          json: {
            ...contest,
            title: `${contest.title} và các dịch vụ đô thị thông minh trên địa bàn thành phố`,
            rounds: Array.from({ length: 12 }, (_, index) => ({ ...round, number: index + 1 })),
            awards: { ...contest.awards, individual: prizes },
            eligibility: { ...contest.eligibility, minAge: 18, minAssurance: 2 },
            contact: { ...contest.contact, phone: "0234 000 000", email: "vanphong@phuong.example" },
          },
        })
      })
      await page.goto(`${demo.origin}/board/poster`)
      await page.getByText("Tuần 12").waitFor()
      const sheet = page.locator(".sheet")
      expect(await sheet.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(0)
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual({ pages: 1, isA4: true })
      await context.close()
    })
  })
})
