import { afterAll, beforeAll, expect, it } from "vitest"
import { chooseApi, choosePutEntry } from "../../src/client/chooseApi.ts"
import type { Fetch } from "../../src/client/request.ts"
import { ticketOwner } from "../../src/contract/ticketOwner.ts"
import type { SealRequest } from "../../src/outbox/row.ts"
import { closesAt, opensAt, type TestService, testService, weekMs } from "../service/testService.ts"
import { outboxWith } from "./fakeOutbox.ts"

let the: TestService
const config = { api: "https://service.example/api/v1" }
const network: Fetch = async (...request) => the.app.request(new Request(...request))
/** The service gets the request and acts, and its answer is lost. */
const deafNetwork: Fetch = async (...request) => {
  await network(...request)
  throw new TypeError("connection lost")
}
const service = chooseApi(config, network)

beforeAll(async () => {
  the = await testService()
})
afterAll(() => the.sql.close())

/** What the page does before sealing: a ticket, and the answers under its owner. */
async function ready(person: string, prediction = 1250): Promise<SealRequest & { owner: string }> {
  the.setClock(opensAt + 3_600_000)
  const outcome = await service.ticket("sample", 1, await the.token(person), {})
  if (!outcome.ok) throw new Error(outcome.problem.code)
  const { ticket, expiresAt } = outcome.value
  return {
    contest: "sample",
    round: 1,
    owner: ticketOwner(ticket) ?? "",
    ticket,
    ticketExpiresAt: Date.parse(expiresAt),
    body: await the.body({ prediction }),
    serviceOffsetMs: null,
  }
}

it("an entry whose answer was lost gets its on-time receipt a week after the close", async () => {
  const request = await ready("lan")
  let way = deafNetwork
  const { outbox } = outboxWith({ putEntry: choosePutEntry(config, (...given) => way(...given)) })
  await outbox.seal(request)
  await outbox.deliver()
  expect(await outbox.rowsOf(request.owner)).toMatchObject([{ state: "queued", attempts: 1 }])
  the.setClock(closesAt + weekMs)
  way = network
  await outbox.deliver({ force: true })
  const counted = await service.entry("sample", 1, request.ticket)
  expect(await outbox.rowsOf(request.owner)).toMatchObject([
    { state: "received", receipt: { late: false, ...(counted.ok ? counted.value.receipt : {}) } },
  ])
})

it("other answers of the same person from another phone end with the receipt that counts", async () => {
  const first = await ready("minh")
  const [phone, other] = [1, 2].map(() => outboxWith({ putEntry: choosePutEntry(config, network) }).outbox)
  await phone?.seal(first)
  await phone?.deliver()
  await other?.seal(await ready("minh", 7))
  await other?.deliver()
  const [counted] = (await phone?.rowsOf(first.owner)) ?? []
  expect(await other?.rowsOf(first.owner)).toMatchObject([{ state: "superseded", receipt: counted?.receipt }])
})

it("an entry whose ticket the service does not accept waits, and goes with a new one", async () => {
  const request = await ready("nga")
  const { outbox } = outboxWith({ putEntry: choosePutEntry(config, network) })
  // As after a change of the service's keys.
  const [head, payload] = request.ticket.split(".")
  await outbox.seal({ ...request, ticket: `${head}.${payload}.${"A".repeat(43)}` })
  await outbox.deliver()
  expect(await outbox.rowsOf(request.owner)).toMatchObject([
    { state: "needs-ticket", lastProblem: { code: "ticket-invalid" } },
  ])
  expect(await outbox.supplyTicket(request.owner, "sample", 1, request.ticket, request.ticketExpiresAt)).toBe(
    true,
  )
  await outbox.deliver()
  expect(await outbox.rowsOf(request.owner)).toMatchObject([{ state: "received" }])
})

it("an entry of a round long closed is kept, with the reason", async () => {
  const request = await ready("phong")
  the.setClock(closesAt + weekMs)
  const { outbox } = outboxWith({ putEntry: choosePutEntry(config, network) })
  await outbox.seal(request)
  await outbox.deliver()
  expect(await outbox.rowsOf(request.owner)).toMatchObject([
    { state: "refused", lastProblem: { code: "round-closed", closedAt: expect.any(String) } },
  ])
})

it("an entry whose last byte comes after the close is late, though its headers came before", async () => {
  const { ticket, body } = await ready("quang")
  the.setClock(closesAt - 1)
  const text = new TextEncoder().encode(JSON.stringify(body))
  let pulls = 0
  const slowly = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulls += 1
        controller.enqueue(pulls === 1 ? text.slice(0, 10) : text.slice(10))
        if (pulls === 1) return
        the.setClock(closesAt + 1000)
        controller.close()
      },
    },
    // Nothing is read ahead: the clock moves only when the service asks for the rest.
    { highWaterMark: 0 },
  )
  const answer = await network(`${config.api}/contests/sample/rounds/1/entry`, {
    method: "PUT",
    headers: { authorization: `Bearer ${ticket}`, "content-type": "application/json" },
    body: slowly,
    duplex: "half",
  } as RequestInit)
  expect(await answer.json()).toMatchObject({
    late: true,
    receivedAt: new Date(closesAt + 1000).toISOString(),
  })
})

it.each([-1, 1])("a phone whose clock is %i day off gets the same receipt as any other", async (days) => {
  const request = await ready(`ha-${days}`)
  const skewed = outboxWith({
    putEntry: choosePutEntry(config, network),
    now: () => Date.now() + days * 86_400_000,
  })
  const answeredAt = new Date(Date.now() + days * 86_400_000).toISOString()
  await skewed.outbox.seal({ ...request, body: { ...request.body, answeredAt } })
  the.setClock(closesAt - 1000)
  await skewed.outbox.deliver()
  expect(await skewed.outbox.rowsOf(request.owner)).toMatchObject([
    { state: "received", receipt: { late: false, receivedAt: new Date(closesAt - 1000).toISOString() } },
  ])
})

it("an entry is delivered three days after the host's token expired", async () => {
  const request = await ready("thu")
  const hostToken = await the.token("thu")
  const { outbox } = outboxWith({ putEntry: choosePutEntry(config, network) })
  await outbox.seal(request)
  the.setClock(opensAt + 3_600_000 + 3 * 86_400_000)
  expect(await service.entries("sample", hostToken)).toMatchObject({ problem: { code: "identity-invalid" } })
  await outbox.deliver()
  expect(await outbox.rowsOf(request.owner)).toMatchObject([{ state: "received", receipt: { late: false } }])
})
