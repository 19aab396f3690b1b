import { expect, it } from "vitest"
import { ticketOwner } from "../../src/contract/ticketOwner.ts"
import { localMirror } from "../../src/outbox/localMirror.ts"
import type { Row } from "../../src/outbox/row.ts"
import { outboxWith } from "./fakeOutbox.ts"
import { fakeService } from "./fakeService.ts"
import { fakeStorage } from "./fakeStorage.ts"
import { requestOf, ticketOf } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

// Person B signs in on person A's phone while A's entry waits.

it("A's entry still arrives as A's, and B sees nothing of it", async () => {
  const service = fakeService(["request lost"])
  const { outbox } = outboxWith({ putEntry: service.putEntry })
  await outbox.seal(requestOf("person-a"))
  await outbox.deliver()

  await outbox.seal(requestOf("person-b", { body: { ...requestOf().body, prediction: 7 } }))
  await outbox.deliver({ force: true })
  expect([...service.counted.keys()].sort()).toEqual(["hue-s-2024 1 person-a", "hue-s-2024 1 person-b"])
  expect(await outbox.rowsOf("person-b")).toMatchObject([{ owner: "person-b", state: "received" }])
  expect(JSON.stringify(await outbox.rowsOf("person-b"))).not.toContain("person-a")
  expect(await outbox.rowsOf("person-a")).toMatchObject([{ owner: "person-a", state: "received" }])
})

it("an entry of A's that waits for a ticket never goes under B's", async () => {
  const storage = fakeStorage()
  const mirrors = [localMirror(() => storage)]
  await outboxWith({ mirrors }).outbox.seal(requestOf("person-a"))
  // The browser evicted IndexedDB; the second copy has no ticket.
  const rows = new Map<string, Row>()
  const service = fakeService()
  const { outbox, cared } = outboxWith({
    mirrors,
    store: memoryStore(true, rows),
    putEntry: service.putEntry,
  })
  await cared()
  expect(await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-b"), 0)).toBe(false)
  expect(await outbox.supplyTicket("person-b", "hue-s-2024", 1, ticketOf("person-b"), 0)).toBe(false)
  await outbox.deliver({ force: true })
  expect(service.requests()).toBe(0)

  expect(await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 2), 0)).toBe(true)
  await outbox.deliver({ force: true })
  const [row] = rows.values()
  expect(row).toMatchObject({ owner: "person-a", state: "received" })
  expect(ticketOwner(row?.ticket ?? "")).toBe("person-a")
})
