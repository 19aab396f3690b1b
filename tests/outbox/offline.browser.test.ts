import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { appPhones, syncEvent } from "./browser/appPhones.ts"
import { answerAllAndSubmit, begin, press, screen } from "./browser/quizSteps.ts"

let phones: Awaited<ReturnType<typeof appPhones>>
beforeAll(async () => {
  phones = await appPhones()
})
afterAll(() => phones?.close())

const receiptOn = async (page: Page) =>
  (await page.locator("body").innerText()).match(/HS1-[0-9A-Z-]{11}/g) ?? []

it("with a worker: answered and submitted offline, the entry arrives without the page", async () => {
  const { phone, origin, service, signedIn, open, network } = await phones.newPhone()
  const online = await open()
  await begin(online)
  await online.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await network(online, false)
  await online.close()

  // The page opens from what the worker keeps.
  const offline = await open()
  await screen(offline, "Bài đang làm dở")
  await press(offline, "Làm tiếp từ câu 1")
  await answerAllAndSubmit(offline)
  await offline.getByText("chưa tới").first().waitFor()
  expect(await receiptOn(offline)).toEqual([])
  expect(await service.counted(signedIn.person)).toBeNull()
  await offline.close()

  const beside = await phone.newPage()
  await network(beside, true)
  await syncEvent(phone, origin)
  const receipt = await vi.waitUntil(() => service.counted(signedIn.person), {
    timeout: 60_000,
    interval: 200,
  })

  const again = await open()
  await again.getByText(receipt.code).first().waitFor()
  expect(new Set(await receiptOn(again))).toEqual(new Set([receipt.code]))
  await phone.close()
})

it("without a worker: submitted offline, the entry arrives at the next opening; another person sees nothing of it", async () => {
  // As in iOS WKWebView.
  const { phone, service, signedIn, open, network } = await phones.newPhone(
    "delete Navigator.prototype.serviceWorker",
  )
  const page = await open()
  await begin(page)
  await network(page, false)
  await answerAllAndSubmit(page)
  await page.getByText("chưa tới").first().waitFor()
  await page.close()

  const { person } = signedIn
  Object.assign(signedIn, { person: `${person}-guest`, epoch: 2 })
  const beside = await phone.newPage()
  await network(beside, true)
  expect(await service.counted(person)).toBeNull()
  const guests = await open()
  await screen(guests, "Tuần 1 đang mở")
  const receipt = await vi.waitUntil(() => service.counted(person), { timeout: 60_000, interval: 200 })
  expect(await guests.locator("body").innerText()).not.toMatch(/chưa tới|Bài đang làm dở|HS1-/)
  expect(await service.counted(signedIn.person)).toBeNull()
  await guests.close()

  Object.assign(signedIn, { person, epoch: 3 })
  const again = await open()
  await again.getByText(receipt.code).first().waitFor()
  expect(new Set(await receiptOn(again))).toEqual(new Set([receipt.code]))
  await phone.close()
})

it("a phone's clock one day off, either way, moves no deadline on the screen", async () => {
  const cards = []
  for (const days of [0, -1, 1]) {
    const { phone, open } = await phones.newPhone(skewedBy(days * 86_400_000))
    const page = await open()
    await screen(page, "Tuần 1 đang mở")
    // The card stands before it is known who is there.
    await page.getByRole("link", { name: "Bài của tôi" }).waitFor()
    // The demo goes on between the three: minutes left and entrants may differ, days and hours of a deadline not.
    cards.push((await page.locator("main").innerText()).replace(/[\d.]+ (phút|người)/g, "… $1"))
    await phone.close()
  }
  expect(cards[0]).toMatch(/\d/)
  expect(cards).toEqual([cards[0], cards[0], cards[0]])
})

/** A device whose clock is off, as far as a page can tell. */
function skewedBy(ms: number): string {
  return `
    const real = Date
    Date = class extends real {
      constructor(...given) { given.length === 0 ? super(real.now() + ${ms}) : super(...given) }
      static now() { return real.now() + ${ms} }
    }
    const origin = performance.timeOrigin
    Object.defineProperty(Performance.prototype, "timeOrigin", { get: () => origin + ${ms} })
  `
}
