import { expect, it } from "vitest"
import type { Fetch } from "../../src/client/request.ts"
import { type Ahead, takeAhead } from "../../src/client/takeAhead.ts"

const noon = "Tue, 12 Nov 2024 05:00:00 GMT"

/** A network that answers with the address, and writes down what it was asked for. */
function network() {
  const asked: unknown[] = []
  const fetch: Fetch = async (url) => {
    asked.push(url)
    return new Response(`${url} anew`)
  }
  return { asked, fetch }
}

/** A request whose answer came at this time of the page's clock. */
const came = (url: string, arrivedMs: number, init: ResponseInit = { headers: { date: noon } }): Ahead => ({
  url,
  arrival: Promise.resolve({ answer: new Response(`${url} ahead`, init), arrivedMs }),
})

it("hands an answer to the first who asks for it, and asks anew for the others", async () => {
  const { asked, fetch } = network()
  const taking = takeAhead([came("/a", 0), came("/b", 0)], fetch, () => 0)
  expect(await (await taking("/a")).text()).toBe("/a ahead")
  expect(asked).toEqual([])
  expect(await (await taking("/a")).text()).toBe("/a anew")
  expect(await (await taking("/c")).text()).toBe("/c anew")
  expect(asked).toEqual(["/a", "/c"])
})

it("puts an answer's time forward by as long as it has waited, for the service's clock is told from it", async () => {
  const { fetch } = network()
  const answer = await takeAhead([came("/a", 1000)], fetch, () => 21_000)("/a")
  expect(answer.headers.get("date")).toBe("Tue, 12 Nov 2024 05:00:20 GMT")
})

it("leaves an answer without a time without one, and a refusal a refusal", async () => {
  const { fetch } = network()
  const answer = await takeAhead([came("/a", 0, { status: 503 })], fetch, () => 5000)("/a")
  expect([answer.status, answer.headers.get("date")]).toEqual([503, null])
})

it("asks the network where no answer came", async () => {
  const { fetch } = network()
  const taking = takeAhead([{ url: "/a", arrival: Promise.resolve(null) }], fetch, () => 0)
  expect(await (await taking("/a")).text()).toBe("/a anew")
})
