import { afterAll, beforeAll, expect, inject, it } from "vitest"
import { takeCheckpoint, takeDueCheckpoints } from "../../src/service/organiser/checkpoint.ts"
import { openPostgres, type PostgresSql } from "../../src/service/sql/postgresSql.ts"
import { closesAt, graceEndsAt, opensAt, type TestService, testService } from "../service/testService.ts"

/** More than are in before the round is frozen. */
const persons = 400
/** Phones that send at the same time. */
const phones = 40

let the: TestService
let upkeep: PostgresSql
beforeAll(async () => {
  the = await testService()
  const [database] = await the.sql.query<{ name: string }>("select current_database() as name")
  const url = new URL(inject("postgres") ?? "")
  url.pathname = `/${database?.name}`
  // Connections of its own, as serve has for checkpoints: it must not queue behind the entries.
  upkeep = openPostgres(url.href)
  await upkeep.query("select 1")
})
afterAll(async () => {
  await upkeep.close()
  await the.sql.close()
})

it("a round frozen while entries come in holds every entry with a receipt, and no other", async () => {
  the.setClock(opensAt + 1)
  const tickets: Awaited<ReturnType<typeof the.ticket>>[] = []
  while (tickets.length < persons) {
    const some = Array.from({ length: 40 }, (_, index) => the.ticket(`person-${tickets.length + index}`))
    tickets.push(...(await Promise.all(some)))
  }
  const body = await the.body()
  let stored = 0
  let freezing: ReturnType<typeof takeCheckpoint> | undefined
  let isFrozen = false
  const statuses: number[] = []
  await Promise.all(
    Array.from({ length: phones }, async () => {
      for (let next = tickets.shift(), isAfter = false; next && !isAfter; next = tickets.shift()) {
        isAfter = isFrozen
        const { status } = await the.put(next.ticket, body)
        statuses.push(status)
        if (status === 201) stored += 1
        // In the middle of it, with entries on every connection; each phone sends one more afterwards.
        if (stored < 20 || freezing) continue
        freezing = takeCheckpoint(upkeep, the.service.receipts, "sample", 1, closesAt, true)
        void freezing.then(() => {
          isFrozen = true
        })
      }
    }),
  )
  const final = await freezing
  expect(new Set(statuses)).toEqual(new Set([201, 410]))
  expect(final?.count).toBe(stored)
  expect((await the.entryRows()).length).toBe(stored)
  const [attempts] = await the.sql.query<{ kept: number }>("select count(*) as kept from refused_attempts")
  expect(attempts?.kept).toBe(statuses.length - stored)
})

it("a final checkpoint taken by several processes at once is one ledger", async () => {
  const now = graceEndsAt + 7 * 86_400_000 + 3_600_000
  await Promise.all(Array.from({ length: 4 }, () => takeDueCheckpoints(upkeep, the.service.receipts, now)))
  const checkpoints = await the.sql.query<{ root: string; final: boolean }>(
    "select distinct root, final from checkpoints where round = 2",
  )
  expect(checkpoints).toEqual([{ root: expect.any(String), final: true }])
})
