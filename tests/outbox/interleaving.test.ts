import fc from "fast-check"
import { expect, it } from "vitest"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import { entryHash } from "../../src/contract/hash.ts"
import type { Row } from "../../src/outbox/row.ts"
import type { OutboxStore } from "../../src/outbox/store.ts"
import { outboxWith } from "./fakeOutbox.ts"
import { fakeService, faults } from "./fakeService.ts"
import { requestOf, ticketOf } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

const request = requestOf()
const hash = await entryHash(request.body)

/** Page and worker, or two tabs: two outboxes over one database, without any lock, every step in any order. */
it("two deliverers without a lock lose nothing and count nothing twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom(...faults), { maxLength: 6 }),
      fc.array(fc.constantFrom("first", "second"), { minLength: 2, maxLength: 6 }),
      async (scheduler, planned, presses) => {
        const rows = new Map<string, Row>()
        const service = fakeService(planned)
        const create = () =>
          outboxWith({
            store: inAnyOrder(scheduler, memoryStore(true, rows)),
            putEntry: scheduler.scheduleFunction(service.putEntry),
          }).outbox
        const outboxes = { first: create(), second: create() }
        const shown: Row[] = []
        outboxes.first.onChange((row) => shown.push(row))
        outboxes.second.onChange((row) => shown.push(row))

        const life = Promise.all([
          outboxes.first.seal(request),
          ...presses.map((which) => outboxes[which].deliver({ force: true })),
        ])
        await scheduler.waitFor(life)
        // Once every planned fault has struck, a ticket and one more press must be enough.
        await scheduler.waitFor(
          outboxes.second.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 2), 0),
        )
        for (let press = planned.length; press >= 0; press -= 1) {
          await scheduler.waitFor(outboxes.second.deliver({ force: true }))
          await scheduler.waitFor(
            outboxes.second.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 3 + press), 0),
          )
        }

        const [counted] = service.counted.values()
        expect([...rows.values()]).toMatchObject([
          { state: "received", receipt: counted, entryHash: hash, body: canonicalJson(request.body) },
        ])
        expect(service.counted.size).toBe(1)
        const firstShown = shown.findIndex(({ state }) => state === "received")
        expect(firstShown).toBeGreaterThan(-1)
        for (const { state, receipt } of shown) if (state === "received") expect(receipt).toEqual(counted)
      },
    ),
    { numRuns: 150 },
  )
})

function inAnyOrder(scheduler: fc.Scheduler, store: OutboxStore): OutboxStore {
  return {
    ...store,
    all: scheduler.scheduleFunction(store.all),
    get: scheduler.scheduleFunction(store.get),
    insert: scheduler.scheduleFunction(store.insert),
    update: scheduler.scheduleFunction(store.update),
  }
}
