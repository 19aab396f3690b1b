import { expect, test } from "vitest"
import { createServiceClock } from "../../src/app/state/serviceClock.ts"

test("goes by what an earlier opening learned, but is not heard until an answer came over the network", () => {
  let phone = 1_000_000
  const clock = createServiceClock(() => phone, 5000)
  expect([clock.now.value, clock.heardNow()]).toEqual([1_005_000, null])
  clock.learn(null)
  expect(clock.heardNow()).toBe(null)
  clock.learn(2_000_000)
  phone += 60_000
  expect(clock.heardNow()).toBe(2_060_500)
  expect(clock.now.value).toBe(2_000_500)
  clock.tick()
  expect(clock.now.value).toBe(2_060_500)
})
