import type { FrameLocator, Page } from "playwright-core"
import { expect, it } from "vitest"
import { apiBase, routes } from "../../src/contract/routes.ts"
import { startDemoServer } from "./demoServer.ts"
import { serverAndBrowser } from "./serverAndBrowser.ts"

const the = serverAndBrowser(startDemoServer)

const contest = "hue-s-2024"
const appIn = (page: Page): FrameLocator => page.frameLocator("iframe").first()
const press = (app: FrameLocator, name: string) => app.getByRole("button", { name, exact: true }).click()
const heading = (app: FrameLocator, name: string | RegExp) => app.getByRole("heading", { level: 1, name })

async function answerQuestion(app: FrameLocator, step: number): Promise<void> {
  await app.getByText(`Câu ${step} trên 15`).waitFor()
  // The whole row is the target, so the label is what a thumb meets.
  await app
    .locator("label:has(input[type=radio])")
    .nth(step % 4)
    .click()
  await press(app, "Tiếp tục")
}

it("a citizen enters round 1 in the host page, reloads in the middle, and holds a receipt the service knows", async () => {
  const page = await the.browser.newPage({ viewport: { width: 1280, height: 860 }, locale: "vi-VN" })
  const complaints: string[] = []
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
  page.on("pageerror", (error) => complaints.push(String(error)))
  await page.goto(`${the.origin}/host/?at=keep`)
  const app = appIn(page)

  await heading(app, "Tuần 1 đang mở").waitFor()
  await press(app, "Bắt đầu làm bài")
  await heading(app, "Thông tin dự thi").waitFor()
  await app.getByText("Nguyễn Thị Hoa").waitFor()
  await app.getByRole("checkbox").click()
  await app.getByText("Không thuộc đơn vị nào trong danh sách").click()
  await press(app, "Vào làm bài")
  for (let step = 1; step <= 7; step += 1) await answerQuestion(app, step)
  await app.getByText("Câu 8 trên 15").waitFor()

  await page.reload()
  await heading(app, "Bài đang làm dở").waitFor()
  await app.getByText("Đã trả lời 7 trên 15 câu").waitFor()
  await press(app, "Làm tiếp từ câu 8")
  for (let step = 8; step <= 15; step += 1) await answerQuestion(app, step)

  await heading(app, "Bao nhiêu người sẽ trả lời đúng cả 15 câu?").waitFor()
  await app.getByRole("textbox").fill("1.250")
  await app.getByText("một nghìn hai trăm năm mươi").waitFor()
  await press(app, "Tiếp tục")
  await heading(app, "Xem lại bài").waitFor()
  await press(app, "Tiếp tục để nộp")
  await heading(app, "Nộp bài?").waitFor()
  await press(app, "Nộp bài")
  await heading(app, "Đã nhận bài").waitFor()
  const [code] = /HS1-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(await app.locator("body").innerText()) ?? []

  const entry = await entryOf("vneid-2")
  expect(entry.receipt).toMatchObject({ code, prediction: 1250, late: false })
  expect(complaints).toEqual([])

  // The organiser publishes; the citizen comes back and sees the result.
  await post("/demo/clock", { now: "2024-11-05T09:00:00+07:00" })
  expect((await post("/demo/publish", { contest, round: 1 })).status).toBe(200)
  const { result } = await entryOf("vneid-2")
  await page.reload()
  await app.getByText("Tuần 2 đang mở").waitFor()
  await app.getByRole("link", { name: "Bài của tôi" }).click()
  await app.getByText(`Đúng ${result.correct} trên 15 câu`).waitFor()
  await page.close()
})

it("an app without a host ends in the standalone state, within its time limit", async () => {
  const page = await the.browser.newPage({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })
  await page.goto(`${the.origin}/`)
  await page.getByRole("heading", { name: "Mở Hue-S để dự thi" }).waitFor()
  expect(await page.getByRole("button", { name: "Bắt đầu làm bài" }).count()).toBe(0)
  await page.close()
})

it("a parent that never answers leads to the standalone state too", async () => {
  const page = await the.browser.newPage({ viewport: { width: 360, height: 740 }, locale: "vi-VN" })
  await page.goto(`${the.origin}/healthz`)
  await page.setContent(`<iframe src="${the.origin}/" style="width:340px;height:700px"></iframe>`)
  await heading(appIn(page), "Mở Hue-S để dự thi").waitFor()
  await page.close()
})

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(the.origin + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })
}

async function entryOf(persona: string) {
  const { token } = await (await post("/demo/identity", { persona })).json()
  const answer = await fetch(the.origin + apiBase + routes.entry(contest, 1), {
    headers: { authorization: `Bearer ${token}` },
  })
  return answer.json()
}
