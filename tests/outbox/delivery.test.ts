import { describe, expect, it } from "vitest"
import { entryHash } from "../../src/contract/hash.ts"
import { copyOf } from "../../src/outbox/copyOf.ts"
import { localMirror } from "../../src/outbox/localMirror.ts"
import { outboxWith, scripted } from "./fakeOutbox.ts"
import { fakeStorage } from "./fakeStorage.ts"
import { delivered, receiptOf, refused, requestOf, ticketOf, unreachable } from "./fixtures.ts"

const request = requestOf()
const own = receiptOf({ contest: "hue-s-2024", round: 1, entryHash: await entryHash(request.body) })

async function stateAfter(...answers: Parameters<typeof scripted>) {
  const service = scripted(...answers)
  const { outbox, cared } = outboxWith({ putEntry: service.putEntry })
  await outbox.seal(request)
  await outbox.deliver()
  return { outbox, cared, service, row: (await outbox.rowsOf("person-a"))[0] }
}

describe("delivered only with a receipt of this entry", () => {
  it("keeps the receipt of a delivered entry", async () => {
    const { row } = await stateAfter(delivered(own))
    expect(row).toMatchObject({ state: "received", receipt: own, attempts: 1, lastProblem: null })
  })

  it.each([
    ["the network is gone", unreachable, "unreachable"],
    ["the service answers 500", refused("unexpected"), "unexpected"],
    ["the service answers 503", refused("busy", { retryAfterSeconds: 20 }), "busy"],
    ["the receipt has another hash", delivered({ ...own, entryHash: "f".repeat(64) }), "unreadable"],
    ["the receipt is of another round", delivered({ ...own, round: 2 }), "unreadable"],
    ["the receipt is of another contest", delivered({ ...own, contest: "other" }), "unreadable"],
  ])("keeps the entry in the queue when %s", async (_, answer, code) => {
    const { row } = await stateAfter(answer)
    expect(row).toMatchObject({ state: "queued", receipt: null, lastProblem: { code } })
  })

  it("gets the same receipt when the answer to the first attempt was lost", async () => {
    const { outbox, service } = await stateAfter(unreachable, delivered(own))
    await outbox.deliver({ force: true })
    expect((await outbox.rowsOf("person-a"))[0]).toMatchObject({ state: "received", receipt: own })
    expect(service.sent[1]).toEqual(service.sent[0])
  })

  it("goes on to the next entry when an adapter rejects", async () => {
    const { outbox, row } = await stateAfter(() => {
      throw new Error("an adapter of somebody else's")
    })
    expect(row).toMatchObject({ state: "queued", lastProblem: { code: "unreachable" } })
    await outbox.seal(requestOf("person-a", { round: 2 }))
    await outbox.deliver()
    expect((await outbox.rowsOf("person-a")).map(({ attempts }) => attempts)).toEqual([1, 1])
  })
})

describe("a ticket that is refused", () => {
  it("makes the entry wait, and goes on with a new ticket of its owner only", async () => {
    const { outbox, service, row } = await stateAfter(refused("ticket-expired"), delivered(own))
    expect(row?.state).toBe("needs-ticket")
    expect(await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-b"), 0)).toBe(false)
    await outbox.deliver({ force: true })
    expect(service.sent).toHaveLength(1)

    expect(await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 2), 9)).toBe(true)
    await outbox.deliver()
    expect(service.sent[1]?.ticket).toBe(ticketOf("person-a", 2))
    expect((await outbox.rowsOf("person-a"))[0]?.state).toBe("received")
  })
})

describe("what ends without this entry counting", () => {
  it("shows the entry that counts", async () => {
    const other = { ...own, entryHash: "a".repeat(64) }
    const { row } = await stateAfter(refused("already-entered", { receipt: other }))
    expect(row).toMatchObject({ state: "superseded", receipt: other })
  })

  it("takes a 409 that carries its own receipt for what it is", async () => {
    const { row } = await stateAfter(refused("already-entered", { receipt: own }))
    expect(row).toMatchObject({ state: "received", receipt: own })
  })

  it.each([
    "round-closed",
    "not-eligible",
    "invalid-entry",
  ] as const)("keeps an entry refused as %s", async (code) => {
    const { row, service, outbox } = await stateAfter(refused(code))
    expect(row).toMatchObject({ state: "refused", lastProblem: { code } })
    await outbox.deliver({ force: true })
    expect(service.sent).toHaveLength(1)
  })

  it("asks again when a closed round is extended, once", async () => {
    const { outbox, cared, service } = await stateAfter(
      refused("round-closed", { closedAt: "2024-11-03T17:00:00Z" }),
      delivered(own),
    )
    const care = await cared()
    await care.roundClosesAt("hue-s-2024", 1, Date.parse("2024-11-03T17:00:00Z"))
    await outbox.deliver()
    expect(service.sent).toHaveLength(1)
    await care.roundClosesAt("hue-s-2024", 1, Date.parse("2024-11-05T17:00:00Z"))
    await outbox.deliver()
    expect((await outbox.rowsOf("person-a"))[0]?.state).toBe("received")
  })
})

it("an entry refused for closing, restored without its ticket, asks for one when the round is extended", async () => {
  const { row } = await stateAfter(refused("round-closed", { closedAt: "2024-11-03T17:00:00Z" }))
  const storage = fakeStorage()
  const mirror = localMirror(() => storage)
  if (row !== undefined) await mirror.write(copyOf(row))
  const service = scripted(delivered(own))
  const { outbox, cared } = outboxWith({ mirrors: [mirror], putEntry: service.putEntry })
  await (await cared()).roundClosesAt("hue-s-2024", 1, Date.parse("2024-11-05T17:00:00Z"))
  expect(await outbox.rowsOf("person-a")).toMatchObject([{ state: "needs-ticket" }])
  await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 2), 0)
  await outbox.deliver()
  expect(await outbox.rowsOf("person-a")).toMatchObject([{ state: "received" }])
})

describe("two people on one phone", () => {
  it("shows neither the other's entry, and delivers both under their own tickets", async () => {
    const service = scripted(unreachable)
    const { outbox } = outboxWith({ putEntry: service.putEntry })
    await outbox.seal(requestOf("person-a"))
    await outbox.seal(requestOf("person-b"))
    expect((await outbox.rowsOf("person-b")).map(({ owner }) => owner)).toEqual(["person-b"])
    await outbox.deliver()
    expect(service.sent.map(({ ticket }) => ticket)).toEqual([ticketOf("person-a"), ticketOf("person-b")])
  })
})
