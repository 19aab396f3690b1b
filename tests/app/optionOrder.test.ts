import { expect, test } from "vitest"
import { optionOrder } from "../../src/app/state/optionOrder.ts"

const options = ["a", "b", "c", "d"]

test("keeps the order at every look", () => {
  expect(optionOrder(options, 42, "q1")).toEqual(optionOrder(options, 42, "q1"))
  expect([...optionOrder(options, 42, "q1")].sort()).toEqual(options)
})

test("differs between citizens and between questions", () => {
  const orders = (seeds: number[], ids: string[]) =>
    new Set(seeds.flatMap((seed) => ids.map((id) => optionOrder(options, seed, id).join(""))))
  expect(orders([1, 2, 3, 4, 5, 6, 7, 8], ["q1"]).size).toBeGreaterThan(4)
  expect(orders([1], ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"]).size).toBeGreaterThan(4)
})

test("puts every option in every place about as often", () => {
  const firsts: Record<string, number> = {}
  for (let seed = 0; seed < 4000; seed++) {
    const [first = ""] = optionOrder(options, Math.imul(seed, 2654435761) >>> 0, "r1q01")
    firsts[first] = (firsts[first] ?? 0) + 1
  }
  for (const option of options) expect(firsts[option]).toBeGreaterThan(850)
})
