import { compactVerify, createLocalJWKSet } from "jose"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import { entryHash } from "../../src/contract/hash.ts"
import {
  closesAt,
  graceEndsAt,
  opensAt,
  problemIn,
  receiptIn,
  type TestService,
  testService,
  weekMs,
} from "./testService.ts"

let the: TestService
let persons = 0
const somebody = () => {
  persons += 1
  return `person-${persons}`
}

beforeAll(async () => {
  the = await testService()
})
afterAll(() => the.sql.close())

describe("an entry", () => {
  it("gets a receipt, and the same bytes on every replay from whatever device", async () => {
    the.setClock(opensAt + 5_432_100)
    const { ticket } = await the.ticket("hoa", { unit: "ward" })
    const first = await the.put(ticket, await the.body())
    expect(first.status).toBe(201)
    expect(first.headers.get("cache-control")).toBe("no-store")
    expect(receiptIn(first)).toMatchObject({
      contest: "sample",
      round: 1,
      division: "all",
      unit: "ward",
      late: false,
      prediction: 1250,
      entryHash: await entryHash(await the.body()),
      receivedAt: new Date(opensAt + 5_432_000).toISOString(),
    })
    const again = await the.put(ticket, await the.body())
    const { ticket: otherPhone } = await the.ticket("hoa")
    const elsewhere = await the.put(otherPhone, await the.body({ answeredAt: "2020-01-01T00:00:00Z" }))
    expect([again.status, elsewhere.status]).toEqual([200, 200])
    expect([again.text, elsewhere.text]).toEqual([first.text, first.text])
  })

  it("is answered with the counted receipt when other answers follow", async () => {
    const { ticket } = await the.ticket(somebody())
    const first = await the.put(ticket, await the.body())
    for (const other of [
      await the.body({ prediction: 7 }),
      await the.body({ answers: { ...(await the.body()).answers, r1q01: "b" } }),
    ]) {
      const answer = await the.put(ticket, other)
      expect(answer.status).toBe(409)
      expect(problemIn(answer)).toMatchObject({
        code: "already-entered",
        retry: "never",
        receipt: receiptIn(first),
      })
    }
  })

  it("carries a signature that the published keys open to the rest of the receipt", async () => {
    const { ticket } = await the.ticket(somebody())
    const { signature, ...rest } = receiptIn(await the.put(ticket, await the.body()))
    const keys = await (await the.app.request("/api/v1/keys")).json()
    expect(JSON.stringify(keys)).not.toContain('"d"')
    const { payload, protectedHeader } = await compactVerify(signature, createLocalJWKSet(keys))
    expect(protectedHeader.alg).toBe("ES256")
    expect(new TextDecoder().decode(payload)).toBe(canonicalJson(rest))
  })

  it("counts once however many arrive at the same time", async () => {
    const person = somebody()
    const { ticket } = await the.ticket(person)
    const before = (await the.entryRows()).length
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        the.put(ticket, await the.body({ prediction: index % 4 })),
      ),
    )
    const [winner, ...others] = answers.filter(({ status }) => status === 201)
    expect(others).toEqual([])
    for (const answer of answers) {
      const receipt = answer.status === 409 ? problemIn(answer).receipt : answer.json
      expect(receipt).toEqual(winner?.json)
      expect([200, 201, 409]).toContain(answer.status)
    }
    expect((await the.entryRows()).length).toBe(before + 1)
  })

  it("draws another code when one is taken already", async () => {
    const random = the.service.randomBytes
    const { ticket: one } = await the.ticket(somebody())
    const { ticket: two } = await the.ticket(somebody())
    const draws = [0, 0, 9].map((byte) => new Uint8Array(8).fill(byte))
    the.service.randomBytes = () => draws.shift() ?? random(8)
    const [first, second] = [await the.put(one, await the.body()), await the.put(two, await the.body())]
    the.service.randomBytes = random
    expect([receiptIn(first).code, receiptIn(second).code]).toEqual([
      "HS1-0000-0000-0",
      expect.stringMatching(/^HS1-9999-9999-/),
    ])
  })
})

describe("the deadline", () => {
  it.each([
    ["a millisecond before close", closesAt - 1, 201, false],
    ["at close", closesAt, 201, true],
    ["in the last millisecond of grace", graceEndsAt - 1, 201, true],
  ])("%s an entry is received", async (_, receivedAt, status, late) => {
    the.setClock(opensAt + 1)
    const { ticket } = await the.ticket(somebody())
    the.setClock(receivedAt)
    const answer = await the.put(ticket, await the.body())
    expect([answer.status, receiptIn(answer).late]).toEqual([status, late])
    // Whole seconds, rounded down: an on-time entry never looks late.
    expect(receiptIn(answer).receivedAt).toBe(new Date(Math.floor(receivedAt / 1000) * 1000).toISOString())
  })

  it("keeps what comes at the end of grace as evidence, once, and does not count it", async () => {
    the.setClock(opensAt + 1)
    const { ticket } = await the.ticket(somebody())
    const before = (await the.entryRows()).length
    the.setClock(graceEndsAt)
    for (const _ of [1, 2]) {
      const answer = await the.put(ticket, await the.body())
      expect(answer.status).toBe(410)
      expect(problemIn(answer)).toMatchObject({
        code: "round-closed",
        retry: "never",
        closedAt: new Date(closesAt).toISOString(),
      })
    }
    expect((await the.entryRows()).length).toBe(before)
    expect((await the.sql.query("select 1 from refused_attempts")).length).toBe(1)
  })

  it("gives no grace to who started after close", async () => {
    the.setClock(closesAt)
    const { ticket } = await the.ticket(somebody())
    expect((await the.put(ticket, await the.body())).status).toBe(410)
  })

  it("does not keep an on-time entry from its receipt, even a week later", async () => {
    the.setClock(closesAt - 1)
    const person = somebody()
    const { ticket } = await the.ticket(person)
    const first = await the.put(ticket, await the.body())
    the.setClock(closesAt + weekMs)
    const retry = await the.put(ticket, await the.body())
    const newTicket = await the.ticket(person)
    expect([retry.status, retry.text]).toEqual([200, first.text])
    expect(newTicket.receipt).toEqual(receiptIn(first))
    expect((await the.put(newTicket.ticket, await the.body())).text).toBe(first.text)
  })

  it("takes the time when the last byte of the body has come, not when the headers did", async () => {
    the.setClock(closesAt - 1)
    const { ticket } = await the.ticket(somebody())
    const text = new TextEncoder().encode(JSON.stringify(await the.body()))
    const source = {
      pull(controller: ReadableStreamDefaultController<Uint8Array>) {
        controller.enqueue(text.slice(0, 10))
        the.setClock(closesAt + 1000)
        controller.enqueue(text.slice(10))
        controller.close()
      },
    }
    // Nothing is pulled before somebody reads: the clock stands before close while the headers are looked at.
    const slowly = new ReadableStream<Uint8Array>(source, { highWaterMark: 0 })
    const request = new Request("http://service/api/v1/contests/sample/rounds/1/entry", {
      method: "PUT",
      headers: { authorization: `Bearer ${ticket}`, "content-type": "application/json" },
      body: slowly,
      duplex: "half",
    } as RequestInit)
    const receipt = await (await the.app.request(request)).json()
    expect(receipt).toMatchObject({ late: true, receivedAt: new Date(closesAt + 1000).toISOString() })
  })

  it("is not judged by the phone's time", async () => {
    the.setClock(closesAt - 1)
    const { ticket } = await the.ticket(somebody())
    const answer = await the.put(ticket, await the.body({ answeredAt: "2031-01-01T00:00:00Z" }))
    expect([answer.status, receiptIn(answer).late]).toEqual([201, false])
  })
})

describe("who may enter", () => {
  it("refuses one excluded after the ticket", async () => {
    the.setClock(opensAt + 1)
    const { ticket } = await the.ticket("jury")
    const person = the.service.personOf(the.definition, {
      sub: "sub-jury",
      person: "jury",
      account: "vneid",
      assurance: 2,
      iat: 0,
      exp: 0,
    })
    await the.sql.query("insert into exclusions values ('sample', $1, 'jury', now())", [person])
    const answer = await the.put(ticket, await the.body())
    expect([answer.status, problemIn(answer).reason]).toEqual([403, "excluded"])
    expect((await the.ticket("jury")).reason).toBe("excluded")
  })

  it("freezes the unit at the first entry, whatever is declared later", async () => {
    the.setClock(opensAt + 1)
    const { ticket } = await the.ticket("mover", { unit: "ward" })
    await the.put(ticket, await the.body())
    the.setClock(closesAt + 1)
    const second = await the.ticket("mover", { unit: "office" }, {}, 2)
    expect(second.participant.unit).toBe("ward")
    const receipt = receiptIn(await the.put(second.ticket, await the.body({}, 2), 2))
    expect(receipt.unit).toBe("ward")
  })

  it("opens no other round with a ticket, and nothing after it has expired", async () => {
    the.setClock(closesAt + 1)
    const { ticket } = await the.ticket(somebody())
    const otherRound = await the.put(ticket, await the.body({}, 2), 2)
    expect([otherRound.status, problemIn(otherRound).code]).toEqual([401, "ticket-invalid"])
    the.setClock(graceEndsAt + 14 * 86_400_000)
    const expired = await the.put(ticket, await the.body())
    expect([expired.status, problemIn(expired).code, problemIn(expired).retry]).toEqual([
      401,
      "ticket-expired",
      "reauth",
    ])
  })
})
