import { readFileSync } from "node:fs"
import { brotliCompressSync } from "node:zlib"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { appPhones } from "./browser/appPhones.ts"
import { answerAllAndSubmit, begin, screen } from "./browser/quizSteps.ts"

let phones: Awaited<ReturnType<typeof appPhones>>
beforeAll(async () => {
  phones = await appPhones()
})
afterAll(() => phones?.close())

const builtWorker = new URL("../../dist/app/worker.js", import.meta.url)
const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)

it("the worker is at most 12 KB", () => {
  expect(brotliCompressSync(readFileSync(builtWorker)).length).toBeLessThanOrEqual(12 * 1024)
})

it("what the worker keeps has no Date and needed no credential, and no storage holds the host's token", async () => {
  const { phone, open, tokens } = await phones.newPhone()
  const first = await open()
  await screen(first, "Tuần 1 đang mở")
  await controlled(first)
  await first.close()
  const page = await open()
  await begin(page)
  await answerAllAndSubmit(page)
  await screen(page, "Đã nhận bài")

  const answers = await page.evaluate(async () => {
    const cache = await caches.open("hoi-thi-answers")
    const kept = []
    for (const { url } of await cache.keys()) {
      const answer = await cache.match(url, { ignoreVary: true })
      kept.push({ path: new URL(url).pathname, date: answer?.headers.get("date") ?? null })
    }
    return kept
  })
  const paths = answers.map(({ path }) => path).sort()
  expect(paths).toContain("/api/v1/contests/hue-s-2024")
  expect(paths).toContain("/api/v1/contests/hue-s-2024/rounds/1/paper")
  expect(paths.filter((path) => /ticket|entry|entries/.test(path))).toEqual([])
  expect(answers.map(({ date }) => date)).toEqual(answers.map(() => null))

  const stored = await page.evaluate(everythingStored)
  expect(stored).toContain("hoi-thi:outbox:")
  expect(tokens.length).toBeGreaterThan(0)
  for (const token of tokens) expect(stored).not.toContain(token.split(".")[2])
  await phone.close()
})

it("a new version waits for a tap on the home card, and never comes in the middle of a quiz", async () => {
  const { phone, open, deployWorker } = await phones.newPhone()
  const page = await open()
  await screen(page, "Tuần 1 đang mở")
  await controlled(page)
  await page.evaluate(() => {
    Object.assign(window, { isSamePage: true })
  })
  deployWorker("/* the next version */")
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  const button = page.getByRole("button", { name: "Có bản mới – tải lại" })
  await button.waitFor()

  await begin(page)
  expect(await button.count()).toBe(0)
  expect(
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return { waits: registration?.waiting != null, isSamePage: "isSamePage" in window }
    }),
  ).toEqual({ waits: true, isSamePage: true })

  await page.goto(`${page.url().split("#")[0]}#/`)
  await button.click()
  await page.waitForFunction(() => !("isSamePage" in window))
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration !== undefined && registration.waiting === null
  })
  await phone.close()
})

/** In the page: everything in its local and session storage, databases and caches, as one text. */
async function everythingStored(): Promise<string> {
  const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href]
  for (const { name = "" } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (const store of db.objectStoreNames)
      texts.push(
        await new Promise<string>((resolve, reject) => {
          const request = db.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(JSON.stringify(request.result))
          request.onerror = () => reject(request.error)
        }),
      )
    db.close()
  }
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) {
      texts.push(request.url, JSON.stringify([...request.headers]))
      if (name === "hoi-thi-answers") texts.push(await ((await caches.match(request))?.text() ?? ""))
    }
  return texts.join("\n")
}
