import { describe, expect, it } from "vitest"
import { citizenStore } from "../../src/host/phone/citizenStore.ts"
import { type ClockWindow, shiftClock } from "../../src/host/phone/phoneClock.ts"

const day = 86_400_000

function phone() {
  const window: ClockWindow = { Date, performance: { timeOrigin: 1000 } }
  let shift = 0
  shiftClock(window, () => shift)
  return { window, set: (ms: number) => (shift = ms) }
}

describe("a phone whose clock is wrong", () => {
  it("is ahead everywhere it can be read, and follows when it is set anew", () => {
    const { window, set } = phone()
    for (const shift of [0, day, -day]) {
      set(shift)
      const { Date: PhoneDate, performance } = window
      expect(Math.abs(PhoneDate.now() - Date.now() - shift)).toBeLessThan(50)
      expect(Math.abs(new PhoneDate().getTime() - Date.now() - shift)).toBeLessThan(50)
      expect(Math.abs(Date.parse(PhoneDate()) - Date.now() - shift)).toBeLessThan(1100)
      expect(performance.timeOrigin).toBe(1000 + shift)
    }
  })

  it("still knows all other dates", () => {
    const { window, set } = phone()
    set(day)
    const { Date: PhoneDate } = window
    expect(new PhoneDate(0).toISOString()).toBe("1970-01-01T00:00:00.000Z")
    expect(new PhoneDate("2024-10-29T02:00:00Z")).toEqual(new Date("2024-10-29T02:00:00Z"))
    expect(PhoneDate.UTC(2024, 0)).toBe(Date.UTC(2024, 0))
    expect(new PhoneDate()).toBeInstanceOf(Date)
  })
})

describe("a host's store", () => {
  it("keeps citizens apart", () => {
    let citizen: string | null = "hoa"
    const store = citizenStore(() => citizen)
    store.set("entry", "of Hoa")
    citizen = "minh"
    expect(store.get("entry")).toBeUndefined()
    citizen = null
    expect([...store.entries()]).toEqual([])
    citizen = "hoa"
    expect(store.get("entry")).toBe("of Hoa")
  })
})
