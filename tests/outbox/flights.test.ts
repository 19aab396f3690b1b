import { describe, expect, it } from "vitest"
import type { Outcome } from "../../src/client/contestApi.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { createDeliver } from "../../src/outbox/deliver.ts"
import type { Lock } from "../../src/outbox/lock.ts"
import type { Row } from "../../src/outbox/row.ts"
import { noLock } from "./fakeOutbox.ts"
import { fakeTime, settle } from "./fakeTime.ts"
import { delivered, receiptOf, refused, rowOf, start, unreachable } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

const [one, two] = [await rowOf("row-1"), await rowOf("row-2", { round: 2 })]
const busy = refused("busy", { retryAfterSeconds: 20 })

/** A deliverer whose requests are answered when the test says so. */
function deliverer(rows: Row[], lock: Lock = noLock) {
  const time = fakeTime(start)
  const stored = new Map(rows.map((row) => [row.rowId, row]))
  const store = memoryStore(true, stored)
  const flying: { round: number; signal: AbortSignal; land: (outcome: Outcome<Receipt>) => void }[] = []
  const deliver = createDeliver({
    store,
    lock,
    putEntry: ({ round }, signal) => new Promise((land) => flying.push({ round, signal, land })),
    now: time.now,
    random: () => 0.5,
    after: time.after,
    onStored: () => {},
  })
  const answer = async (index: number, outcome: Outcome<Receipt>) => {
    flying[index]?.land(outcome)
    await settle()
  }
  return { deliver, flying, answer, time, store, rounds: () => flying.map(({ round }) => round) }
}

describe("one flight at a time", () => {
  it("sends one entry after another, the oldest first, and tells how many still wait", async () => {
    const { deliver, answer, rounds } = deliverer([{ ...two, sealedAt: start + 1 }, one])
    const flight = deliver()
    await settle()
    expect(rounds()).toEqual([1])
    await answer(0, delivered(receiptOf(one)))
    expect(rounds()).toEqual([1, 2])
    await answer(1, unreachable)
    expect(await flight).toBe(1)
  })

  it("many calls during a flight make one more, with nothing left to send", async () => {
    const { deliver, answer, rounds } = deliverer([one])
    const flights = [deliver(), deliver(), deliver(), deliver({ force: true })]
    await settle()
    await answer(0, delivered(receiptOf(one)))
    expect(await Promise.all(flights)).toEqual([0, 0, 0, 0])
    expect(rounds()).toEqual([1])
  })

  it("gives up a request after 15 s and goes on", async () => {
    const { deliver, flying, time, store } = deliverer([one])
    const flight = deliver()
    await time.pass(14_999)
    expect(flying[0]?.signal.aborted).toBe(false)
    await time.pass(1)
    expect(flying[0]?.signal.aborted).toBe(true)
    await time.pass(1000)
    expect(await flight).toBe(1)
    expect(await store.all()).toMatchObject([{ state: "queued", lastProblem: { code: "unreachable" } }])
  })
})

describe("a press of the button", () => {
  it("during the attempt is satisfied by it: a busy service is not asked twice", async () => {
    const { deliver, answer, rounds } = deliverer([one])
    const flights = [deliver(), deliver({ force: true })]
    await settle()
    await answer(0, busy)
    await Promise.all(flights)
    expect(rounds()).toEqual([1])
  })

  it("after the attempt goes at once, even while another entry is under way", async () => {
    const { deliver, answer, rounds } = deliverer([one, two])
    const first = deliver()
    const before = deliver({ force: true })
    await settle()
    await answer(0, busy)
    const press = deliver({ force: true })
    await answer(1, busy)
    expect(rounds()).toEqual([1, 2, 1])
    await answer(2, busy)
    await Promise.all([first, before, press])
    expect(rounds()).toEqual([1, 2, 1])
  })

  it("reaches a row whose back-off has not ended", async () => {
    const { deliver, answer, rounds } = deliverer([{ ...one, attempts: 3, nextAttemptAt: start + 60_000 }])
    await deliver()
    expect(rounds()).toEqual([])
    const press = deliver({ force: true })
    await settle()
    await answer(0, busy)
    await press
    expect(rounds()).toEqual([1])
  })

  it("that waits for another tab's attempt of the same entry is satisfied by that one", async () => {
    let unlock = () => {}
    const lock: Lock = async (work) => {
      await new Promise<void>((resolve) => {
        unlock = resolve
      })
      return work()
    }
    const { deliver, store, rounds } = deliverer([one], lock)
    const press = deliver({ force: true })
    await settle()
    await store.update("row-1", (row) => ({ ...row, attempts: 1, nextAttemptAt: start + 20_000 }))
    unlock()
    await press
    expect(rounds()).toEqual([])
  })
})

it("a store that fails is told, after every row had its turn", async () => {
  const { deliver, answer, store, rounds } = deliverer([one, two])
  store.update = () => Promise.reject(new Error("quota"))
  const flight = deliver()
  const told = expect(flight).rejects.toThrow("quota")
  await settle()
  await answer(0, busy)
  await answer(1, busy)
  await told
  expect(rounds()).toEqual([1, 2])
})
