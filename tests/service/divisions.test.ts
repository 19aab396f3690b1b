import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ticketOwner } from "../../src/contract/ticketOwner.ts"
import { opensAt, problemIn, receiptIn, type TestService, testService } from "./testService.ts"

let the: TestService
beforeAll(async () => {
  the = await testService((file) => {
    Object.assign(file, {
      divisions: [
        { id: "officials", name: "Cán bộ", who: { unitKinds: ["agency"], declared: false } },
        { id: "citizens", name: "Người dân", who: { declared: true } },
      ],
    })
  })
  the.setClock(opensAt + 1)
})
afterAll(() => the.sql.close())

let persons = 0
/** The division of a new person's ticket, or why there is none. */
async function divisionOf(
  declared: Record<string, unknown>,
  claims: Record<string, unknown> = {},
): Promise<string> {
  persons += 1
  const { answer, division } = await the.ticket(`person-${persons}`, declared, claims)
  return answer.status === 200 ? division : (problemIn(answer).reason ?? "")
}

describe("the division of an entrant", () => {
  it.each([
    [
      "the host's claim, whatever is declared",
      { division: "citizens" },
      { division: "officials" },
      "officials",
    ],
    ["the host's claim before the unit's kind", {}, { division: "citizens", unit: "office" }, "citizens"],
    ["the kind of the unit", { unit: "office" }, {}, "officials"],
    [
      "what is declared, where that division allows it",
      { unit: "ward", division: "citizens" },
      {},
      "citizens",
    ],
    [
      "nothing, where a division is declared that does not take one's word",
      { division: "officials" },
      {},
      "division-unknown",
    ],
    ["nothing, where nothing is known", {}, {}, "division-unknown"],
  ])("follows from %s", async (_, declared, claims, division) => {
    expect(await divisionOf(declared, claims)).toBe(division)
  })

  it("decides which paper is answered and prize is run for, and is frozen by the first entry", async () => {
    const { ticket } = await the.ticket("mover", { unit: "office" })
    expect(receiptIn(await the.put(ticket, await the.body())).division).toBe("officials")
    const again = await the.ticket("mover", { division: "citizens" }, { division: "citizens" })
    expect([again.division, ticketOwner(again.ticket)]).toEqual(["officials", ticketOwner(ticket)])
  })

  it("has a paper of its own, and none may be left out of the question", async () => {
    expect((await the.api("GET", "/rounds/1/paper?division=citizens")).status).toBe(200)
    const unnamed = await the.api("GET", "/rounds/1/paper")
    expect([unnamed.status, problemIn(unnamed).detail]).toEqual([
      404,
      expect.stringContaining("officials, citizens"),
    ])
  })

  it("gives no second entry to who holds tickets of two", async () => {
    const { ticket: asCitizen } = await the.ticket("both", { division: "citizens" })
    const { ticket: asOfficial } = await the.ticket("both", { unit: "office" })
    const identity = await the.put(asOfficial, await the.body())
    expect(identity.status).toBe(201)
    // The same round: the first entry counts, so it is that one's receipt that comes back.
    expect((await the.put(asCitizen, await the.body({ prediction: 3 }))).status).toBe(409)
  })
})
