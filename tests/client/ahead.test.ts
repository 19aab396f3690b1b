import { expect, it } from "vitest"
import { fetchAhead } from "../../src/client/fetchAhead.ts"
import type { Fetch } from "../../src/client/request.ts"
import { takeAhead } from "../../src/client/takeAhead.ts"

const noon = "Tue, 12 Nov 2024 05:00:00 GMT"

/** A network that counts, and answers with how often it was asked for the address. */
function network(answer = (text: string): Response => new Response(text, { headers: { date: noon } })) {
  const asked: string[] = []
  const inits: (RequestInit | undefined)[] = []
  const fetch: Fetch = async (url, init) => {
    asked.push(String(url))
    inits.push(init)
    return answer(`${url} ${asked.filter((one) => one === url).length}`)
  }
  return { asked, inits, fetch }
}

it("asks at once, without credential and redirect, and hands the answer to the first who asks", async () => {
  const { asked, inits, fetch } = network()
  const ahead = fetchAhead(["/a", "/b"], fetch, () => 0)
  expect(asked).toEqual(["/a", "/b"])
  expect(inits).toMatchObject([
    { credentials: "omit", redirect: "error" },
    { credentials: "omit", redirect: "error" },
  ])
  const taking = takeAhead(ahead, fetch, () => 0)
  expect(await (await taking("/a")).text()).toBe("/a 1")
  expect(asked).toEqual(["/a", "/b"])
  expect(await (await taking("/a")).text()).toBe("/a 2")
  expect(await (await taking("/c")).text()).toBe("/c 1")
})

it("puts an answer's time forward by as long as it has waited, for the service's clock is told from it", async () => {
  let nowMs = 1000
  const { fetch } = network()
  const ahead = fetchAhead(["/a"], fetch, () => nowMs)
  await ahead[0]?.arrival
  nowMs += 20_000
  const answer = await takeAhead(ahead, fetch, () => nowMs)("/a")
  expect(answer.headers.get("date")).toBe("Tue, 12 Nov 2024 05:00:20 GMT")
})

it("leaves an answer without a time without one, and a refusal a refusal", async () => {
  const { fetch } = network((text) => new Response(text, { status: 503 }))
  const answer = await takeAhead(
    fetchAhead(["/a"], fetch, () => 0),
    fetch,
    () => 5000,
  )("/a")
  expect([answer.status, answer.headers.get("date")]).toEqual([503, null])
})

it("rejects for the first who asks where the network failed, then asks anew", async () => {
  let isUp = false
  const { fetch } = network((text) => {
    if (!isUp) throw new TypeError("no network")
    return new Response(text)
  })
  const taking = takeAhead(
    fetchAhead(["/a"], fetch, () => 0),
    fetch,
    () => 0,
  )
  await expect(taking("/a")).rejects.toThrow("no network")
  isUp = true
  expect(await (await taking("/a")).text()).toBe("/a 2")
})
