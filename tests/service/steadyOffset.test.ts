import { expect, it } from "vitest"
import { steadyOffset } from "../../src/service/steadyOffset.ts"

const autumn = [{ opensAt: "2024-10-28T00:00:00+07:00", closesAt: "2024-11-25T00:00:00+07:00" }]

it.each([
  ["Asia/Ho_Chi_Minh", 420],
  ["UTC", 0],
  ["Asia/Kathmandu", 345],
  ["Pacific/Marquesas", -570],
])("%s is %i minutes ahead of UTC the whole time", (zone, minutes) => {
  expect(steadyOffset(zone, autumn)).toBe(minutes)
})

it("is nothing where the clocks are changed within a year, though not during the rounds", () => {
  const week = [{ opensAt: "2024-07-01T00:00:00Z", closesAt: "2024-07-08T00:00:00Z" }]
  expect(steadyOffset("Europe/Berlin", week)).toBeNull()
})

it("is nothing where the clocks go back for one month only", () => {
  expect(steadyOffset("Africa/Casablanca", autumn)).toBeNull()
})

it("is nothing for a contest without rounds", () => {
  expect(steadyOffset("Asia/Ho_Chi_Minh", [])).toBeNull()
})
