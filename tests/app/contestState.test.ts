// @vitest-environment jsdom
import { expect, it } from "vitest"
import { createFront } from "../../src/app/createFront.ts"
import { readJson, writeJson } from "../../src/app/state/storage.ts"
import type { ContestApi } from "../../src/client/contestApi.ts"
import type { ContestView } from "../../src/contract/contestView.ts"
import type { Told } from "../../src/contract/told.ts"
import { fakeService } from "../../src/gallery/fakeService.ts"
import { midRound, sampleContest } from "../../src/gallery/sampleContest.ts"
import { memoryStorage } from "./support/phone.ts"

const sample = sampleContest([1])

/** A page that was told this contest, or nothing. `asked`: what stood on the screen each time it asked the service. */
function opened(told: ContestView | null, storage = memoryStorage()) {
  const asked: (string | undefined)[] = []
  const config = { api: "", contest: sample.id, hostOrigins: [], allowLoopbackHosts: false }
  const service = fakeService({ contest: sample, now: midRound, entries: [] })
  const api: ContestApi = {
    ...service,
    contest(id) {
      asked.push(contest.view.peek()?.title)
      return service.contest(id)
    },
  }
  const { contest } = createFront({
    config: Promise.resolve(config),
    host: new Promise<never>(() => {}),
    api: Promise.resolve(api),
    storage,
    phoneNow: () => midRound,
    after: () => () => undefined,
    restart: () => undefined,
    window,
    root: document.documentElement,
    told: told && ({ now: midRound, config, contest: { ...told, utcOffset: 420 } } satisfies Told),
  })
  return { contest, storage, asked }
}

it("a page that was told the contest asks for it no second time, until there may be news", async () => {
  const page = opened(sample)
  expect(page.contest.view.value).toMatchObject(sample)
  await page.contest.reload()
  expect([page.contest.load.value, page.asked]).toEqual(["ready", []])
  await page.contest.reload()
  expect(page.asked).toEqual([sample.title])
})

it("what a page was told is kept for an opening without network", async () => {
  const { contest, storage } = opened({ ...sample, title: "Tên mới" })
  await contest.reload()
  expect(readJson(storage, "hues.view")).toMatchObject({ ...sample, title: "Tên mới", utcOffset: 420 })
  expect(opened(null, storage).contest.view.value?.title).toBe("Tên mới")
})

it("what a page is told takes the place of what the last opening kept", () => {
  const storage = memoryStorage()
  writeJson(storage, "hues.view", { ...sample, title: "Tên cũ" })
  expect(opened(sample, storage).contest.view.value?.title).toBe(sample.title)
})

it("a page that was told nothing asks, and shows meanwhile what the last opening kept", async () => {
  const storage = memoryStorage()
  writeJson(storage, "hues.view", { ...sample, title: "Tên cũ" })
  const page = opened(null, storage)
  await page.contest.reload()
  expect(page.asked).toEqual(["Tên cũ"])
  expect(page.contest.view.value?.title).toBe(sample.title)
})

it("shows nothing of a contest that this deployment is not about", async () => {
  const storage = memoryStorage()
  writeJson(storage, "hues.view", { ...sample, id: "another" })
  const page = opened(null, storage)
  await page.contest.reload()
  expect(page.asked).toEqual([undefined])
  expect(page.contest.view.value?.id).toBe(sample.id)
})
