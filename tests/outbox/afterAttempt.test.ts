import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { problemCodes, retries } from "../../src/contract/problemCodes.ts"
import { afterAttempt } from "../../src/outbox/afterAttempt.ts"
import { backoffMs, isDue, longestWaitMs } from "../../src/outbox/backoff.ts"
import type { Row } from "../../src/outbox/row.ts"
import { delivered, receiptOf, refused, rowOf, start, unreachable } from "./fixtures.ts"

const row = await rowOf()
const own = receiptOf(row)
const half = () => 0.5
const almostOne = () => 1 - Number.EPSILON

const outcomes = fc.oneof(
  fc.constant(unreachable),
  fc
    .constantFrom(own, { ...own, entryHash: "f".repeat(64) }, { ...own, round: 2 })
    .map((receipt) => delivered(receipt, start + 5000)),
  fc
    .record({
      code: fc.constantFrom(...problemCodes),
      retry: fc.constantFrom(...retries),
      counts: fc.boolean(),
    })
    .map(({ code, retry, counts }) => refused(code, counts ? { retry, receipt: own } : { retry })),
)

describe("the wait before the next attempt", () => {
  it("is full jitter under 2 s · 2ⁿ, at most 5 min", () => {
    expect(Array.from({ length: 10 }, (_, n) => backoffMs(n, almostOne, {}))).toEqual(
      [2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000 - 1),
    )
    expect(backoffMs(5, () => 0, {})).toBe(0)
    expect(backoffMs(2000, almostOne, {})).toBe(299_999)
  })

  it.each([
    [600_001, 299_999],
    [600_000, 29_999],
    [1, 29_999],
    [0, 299_999],
  ])("is at most %d ms before the close %d ms", (untilCloseMs, most) => {
    expect(backoffMs(20, almostOne, { untilCloseMs })).toBe(most)
  })

  it("is never less than Retry-After, and that never more than an hour", () => {
    expect(backoffMs(0, () => 0, { retryAfterSeconds: 90 })).toBe(90_000)
    expect(backoffMs(20, almostOne, { retryAfterSeconds: 90, untilCloseMs: 1000 })).toBe(119_999)
    expect(backoffMs(20, almostOne, { retryAfterSeconds: 1e12 })).toBeLessThan(longestWaitMs)
  })

  it("goes by the service's clock as to the close", () => {
    const ahead: Row = { ...row, attempts: 20, closesAt: start + 3_600_000, serviceOffsetMs: 3_500_000 }
    expect(afterAttempt(ahead, unreachable, start, almostOne).nextAttemptAt).toBe(start + 29_999)
    expect(afterAttempt({ ...ahead, serviceOffsetMs: 0 }, unreachable, start, almostOne).nextAttemptAt).toBe(
      start + 299_999,
    )
  })

  it("keeps timers waiting, but no first attempt and no press of the button", () => {
    const waiting: Row = { ...row, attempts: 1, nextAttemptAt: start + 1000 }
    expect([isDue(waiting, start, false), isDue(waiting, start, true)]).toEqual([false, true])
    expect(isDue(waiting, start + 1000, false)).toBe(true)
    expect(isDue({ ...waiting, attempts: 0 }, start, false)).toBe(true)
  })

  it("is over when the phone's clock shows less than at the last attempt", () => {
    const waiting = { ...row, attempts: 3, triedAt: start, nextAttemptAt: start + 60_000 }
    expect([start, start - 1, start - 3_600_000].map((now) => isDue(waiting, now, false))).toEqual([
      false,
      true,
      true,
    ])
  })

  it("is over when the phone's clock was set back by more than any wait", () => {
    expect(isDue({ ...row, attempts: 1, nextAttemptAt: start }, start - 86_400_000, false)).toBe(true)
  })

  it.each([
    "needs-ticket",
    "received",
    "superseded",
    "refused",
  ] as const)("is no matter for %s: never sent", (state) => {
    expect(isDue({ ...row, state }, start, true)).toBe(false)
  })
})

describe("whatever the service answers, in whatever order", () => {
  it("keeps body, hash and owner, and never leaves received", () => {
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 12 }), (answers) => {
        let now = row
        for (const answer of answers) {
          const next = afterAttempt(now, answer, start, half)
          expect([next.rowId, next.body, next.entryHash, next.owner]).toEqual([
            row.rowId,
            row.body,
            row.entryHash,
            row.owner,
          ])
          if (now.state === "received") expect(next).toBe(now)
          if (now.state === "superseded" || now.state === "refused")
            expect(["received", now.state]).toContain(next.state)
          if (next.state === "received") expect(next.receipt).toEqual(own)
          now = next
        }
      }),
    )
  })

  it("obeys the problem's retry before its code", () => {
    fc.assert(
      fc.property(fc.constantFrom(...problemCodes), fc.constantFrom(...retries), (code, retry) => {
        const { state } = afterAttempt(row, refused(code, { retry }), start, half)
        const ended = code === "already-entered" ? "superseded" : "refused"
        expect(state).toBe({ same: "queued", after: "queued", reauth: "needs-ticket", never: ended }[retry])
      }),
    )
  })

  it("learns the service's clock from answers that tell it", () => {
    expect(afterAttempt(row, delivered(own, start + 4000), start, half).serviceOffsetMs).toBe(4000)
    const known = { ...row, serviceOffsetMs: 70 }
    expect(afterAttempt(known, unreachable, start, half).serviceOffsetMs).toBe(70)
  })
})

describe("a refused ticket", () => {
  const expired = refused("ticket-expired")

  it("says nothing about a newer one that came meanwhile", () => {
    expect(afterAttempt(row, expired, start, half, "an older ticket")).toBe(row)
  })

  it("lets the new one go at once, but not one after the other", () => {
    const first = afterAttempt(row, expired, start, almostOne)
    expect(first).toMatchObject({ state: "needs-ticket", nextAttemptAt: start })
    const again: Row = { ...first, state: "queued", ticket: "new" }
    expect(afterAttempt(again, expired, start, almostOne).nextAttemptAt).toBe(start + 3999)
  })
})

describe("another entry of this person counts", () => {
  it("without a receipt in the answer, the row says at least that", () => {
    expect(afterAttempt(row, refused("already-entered"), start, half)).toMatchObject({
      state: "superseded",
      receipt: null,
    })
  })

  it("a counted receipt of another round is no answer to this entry", () => {
    const answer = refused("already-entered", { receipt: { ...own, round: 2 } })
    expect(afterAttempt(row, answer, start, half).state).toBe("queued")
  })
})
