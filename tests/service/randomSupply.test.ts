import { expect, it } from "vitest"
import { randomSupply } from "../../src/service/serve/randomSupply.ts"

it("gives random bytes out of a stock, none of them twice, and as many as are asked for", () => {
  let made = 0
  const take = randomSupply((count) => Uint8Array.from({ length: count }, () => made++ % 251))
  const given = Array.from({ length: 1000 }, () => [...take(8)])
  expect(given.map(({ length }) => length)).toEqual(given.map(() => 8))
  expect(given.flat()).toEqual(Array.from({ length: 8000 }, (_, index) => index % 251))
  expect(take(10_000)).toHaveLength(10_000)
})

it("takes what it gives from the system's source", () => {
  const take = randomSupply()
  const given = Array.from({ length: 2000 }, () => Buffer.from(take(8)).toString("hex"))
  expect(new Set(given).size).toBe(2000)
})
