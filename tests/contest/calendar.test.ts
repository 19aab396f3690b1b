import { describe, expect, it } from "vitest"
import { arrivalOf, graceEndsAt, phaseAt, ticketExpiresAt } from "../../src/contest/calendar.ts"

const round = {
  opensAt: Date.parse("2024-10-28T00:00:00+07:00"),
  closesAt: Date.parse("2024-11-04T00:00:00+07:00"),
}
const graceEnd = round.closesAt + 30 * 60_000

describe("a round's window is half-open", () => {
  it.each([
    [round.opensAt - 1, "upcoming"],
    [round.opensAt, "open"],
    [round.closesAt - 1, "open"],
    [round.closesAt, "closed"],
  ])("at %d it is %s", (now, phase) => {
    expect(phaseAt(round, now)).toBe(phase)
  })

  it.each([
    [round.opensAt - 1, "early"],
    [round.opensAt, "on-time"],
    [round.closesAt - 1, "on-time"],
    [round.closesAt, "late"],
    [graceEnd - 1, "late"],
    [graceEnd, "too-late"],
  ])("an entry received at %d is %s", (receivedAt, arrival) => {
    expect(arrivalOf(round, 30, { receivedAt, ticketIssuedAt: round.opensAt })).toBe(arrival)
  })

  it("gives no grace to a ticket issued at or after close", () => {
    const times = (ticketIssuedAt: number) => ({ receivedAt: round.closesAt + 1, ticketIssuedAt })
    expect(arrivalOf(round, 30, times(round.closesAt - 1))).toBe("late")
    expect(arrivalOf(round, 30, times(round.closesAt))).toBe("too-late")
  })

  it("knows no late entries without grace", () => {
    expect(arrivalOf(round, 0, { receivedAt: round.closesAt, ticketIssuedAt: round.opensAt })).toBe(
      "too-late",
    )
  })

  it("keeps a ticket good for 14 days after grace", () => {
    expect(graceEndsAt(round, 30)).toBe(graceEnd)
    expect(ticketExpiresAt(round, 30)).toBe(graceEnd + 14 * 24 * 3_600_000)
  })
})
