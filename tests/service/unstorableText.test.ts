import { afterAll, beforeAll, expect, it } from "vitest"
import { opensAt, problemIn, type TestService, testService } from "./testService.ts"

let the: TestService
beforeAll(async () => {
  the = await testService()
  the.setClock(opensAt + 1)
})
afterAll(() => the.sql.close())

it.each([
  [
    "an entry",
    async () => the.put((await the.ticket("one")).ticket, await the.body({ rulesVersion: "1\0" })),
  ],
  ["a host's claim", async () => (await the.ticket("two", {}, { name: "Nguyễn\0" })).answer],
  [
    "a complaint",
    async () =>
      the.api("POST", "/complaints", {
        credential: await the.token("three"),
        body: { kind: "other", text: "Kết quả của tôi\0 sai" },
      }),
  ],
])("U+0000 in %s is malformed, not a fault of the service", async (_, send) => {
  const answer = await send()
  expect([answer.status, problemIn(answer).code]).toEqual([400, "malformed"])
  expect(await the.entryRows()).toEqual([])
})

it("half a surrogate pair in an entry is malformed: no database could give it back as it was hashed", async () => {
  const answer = await the.put((await the.ticket("four")).ticket, await the.body({ rulesVersion: "1\ud800" }))
  expect([answer.status, problemIn(answer).code]).toEqual([400, "malformed"])
  expect(await the.entryRows()).toEqual([])
})

it("U+0000 in an address is malformed too", async () => {
  expect((await the.app.request("/api/v1/contests/%00")).status).toBe(400)
})
