import { expect, it, vi } from "vitest"
import { chooseApi, choosePutEntry } from "../../src/client/chooseApi.ts"
import { api, fakeFetch, json, secret } from "./fakeFetch.ts"
import { receipt } from "./samples.ts"

let isOffline = true
vi.mock("../../src/client/readingCalls.ts", async (original) => {
  const whole = await original<typeof import("../../src/client/readingCalls.ts")>()
  return {
    get readingCalls() {
      if (isOffline) throw new TypeError("Failed to fetch dynamically imported module")
      return whole.readingCalls
    },
  }
})

const { fetch } = fakeFetch(json(200, receipt))

it("answers unreachable while its next part cannot be loaded, and tries again at the next call", async () => {
  const { fetch: answers } = fakeFetch(json(200, { revisions: [] }))
  const service = chooseApi({ api }, answers)
  isOffline = true
  expect(await service.revisions("c", 1)).toMatchObject({ problem: { code: "unreachable", retry: "same" } })
  isOffline = false
  expect(await service.revisions("c", 1)).toMatchObject({ ok: true })
})

it("needs nothing more than itself for the calls on the way of an entry", async () => {
  const { fetch: answers } = fakeFetch(json(200, { entries: [{ receipt }] }))
  isOffline = true
  expect(await chooseApi({ api }, answers).entries("c", secret)).toMatchObject({ ok: true })
})

it("delivers without loading anything", async () => {
  isOffline = true
  const entry = { contest: "c", round: 1, ticket: secret, body: "{}" }
  for (const putEntry of [chooseApi({ api }, fetch).putEntry, choosePutEntry({ api }, fetch)])
    expect(await putEntry(entry, new AbortController().signal)).toMatchObject({ ok: true, value: receipt })
})
