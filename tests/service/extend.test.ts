import { randomBytes } from "node:crypto"
import { afterEach, beforeEach, expect, it } from "vitest"
import { takeDueCheckpoints } from "../../src/service/organiser/checkpoint.ts"
import { extendRound } from "../../src/service/organiser/extend.ts"
import { enter, publish } from "./publishedRound.ts"
import { closesAt, graceEndsAt, opensAt, receiptIn, type TestService, testService } from "./testService.ts"

let the: TestService
beforeEach(async () => {
  the = await testService()
})
afterEach(() => the.sql.close())

const noon = closesAt + 12 * 3_600_000
const extend = (to = noon, reason = "Mất điện diện rộng") =>
  extendRound(
    the.sql,
    {
      contest: "sample",
      round: 1,
      closesAt: to,
      reason,
      who: "organiser",
      receipts: the.service.receipts,
      randomBytes,
    },
    graceEndsAt + 3_600_000,
  )

it("an extension admits who was refused meanwhile, with the time they came, and is shown to all", async () => {
  the.setClock(opensAt + 1)
  const { ticket } = await the.ticket("patient", { unit: "ward" })
  const { ticket: late } = await the.ticket("too-late")
  the.setClock(graceEndsAt + 60_000)
  expect((await the.put(ticket, await the.body({ prediction: 7 }))).status).toBe(410)
  the.setClock(graceEndsAt + 61_000)
  expect((await the.put(ticket, await the.body({ prediction: 8 }))).status).toBe(410)
  the.setClock(noon + 1)
  expect((await the.put(late, await the.body())).status).toBe(410)

  expect(await extend()).toEqual({ ok: true, admitted: 1 })
  the.setClock(noon - 1)
  const receipt = receiptIn(await the.put(ticket, await the.body({ prediction: 7 })))
  expect(receipt).toMatchObject({
    prediction: 7,
    late: false,
    unit: "ward",
    receivedAt: new Date(graceEndsAt + 60_000).toISOString(),
  })
  expect((await the.api("GET", "")).json).toMatchObject({
    rounds: [
      {
        phase: "open",
        closesAt: new Date(noon).toISOString(),
        extended: { from: new Date(closesAt).toISOString(), reason: "Mất điện diện rộng" },
      },
      { phase: "open" },
    ],
  })
  expect((await the.sql.query("select 1 from entries")).length).toBe(1)
})

it("a round that was frozen takes entries again when it is extended", async () => {
  await enter(the, { person: "first", prediction: 1, afterSeconds: 1 })
  const afterGrace = graceEndsAt + 600_000
  await takeDueCheckpoints(the.sql, the.service.receipts, afterGrace)
  await extend()
  the.setClock(noon - 1)
  const { ticket } = await the.ticket("second")
  expect((await the.put(ticket, await the.body())).status).toBe(201)
  await takeDueCheckpoints(the.sql, the.service.receipts, noon + 3_600_000)
  const { checkpoints } = (await the.api("GET", "/rounds/1/checkpoints")).json as {
    checkpoints: { count: number; final: boolean }[]
  }
  expect(checkpoints.map(({ count, final }) => [count, final])).toEqual([
    [1, true],
    [2, true],
  ])
})

it.each([
  ["an earlier close", closesAt - 1, "x"],
  ["the same close", closesAt, "x"],
  ["no reason", noon, ""],
])("is refused with %s", async (_, to, reason) => {
  expect((await extend(to, reason)).ok).toBe(false)
})

it("is refused once the round is published", async () => {
  await publish(the)
  expect(await extend()).toEqual({ ok: false, reason: "round 1 is published already" })
})
