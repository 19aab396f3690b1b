import { afterEach, beforeEach, expect, it } from "vitest"
import { identity } from "../../manifest/source/identity.ts"
import { wording as enEntering } from "../../src/app/words/enEntering.ts"
import { viEntering } from "../../src/app/words/viEntering.ts"
import {
  applyDueErasures,
  complaintsEndAt,
  erasePerson,
  exportPerson,
  purgeNames,
} from "../../src/service/organiser/personalData.ts"
import { workingDaysAfter } from "../../src/service/routes/complaints.ts"
import { enter, publish } from "./publishedRound.ts"
import { graceEndsAt, opensAt, problemIn, type TestService, testService } from "./testService.ts"

let the: TestService
let person: string
beforeEach(async () => {
  the = await testService()
  await enter(the, { person: "Hoa", prediction: 1, afterSeconds: 1 })
  person = (await the.entryRows())[0]?.person ?? ""
})
afterEach(() => the.sql.close())

const ledger = async () => (await the.api("GET", "/rounds/1/ledger")).text

it("an export holds everything kept about a person", async () => {
  const exported = await exportPerson(the.sql, "sample", person)
  expect(exported).toMatchObject({
    participant: [{ name: "Nguyễn Thị Hoa", unit: "ward" }],
    entries: [{ round: 1, prediction: 1 }],
  })
})

it("erasing takes name and unit at once and the pseudonym after the complaint window; the ledger row stays", async () => {
  await publish(the)
  const before = await ledger()
  const dueAt = await erasePerson(the.sql, the.definition, person, "organiser", graceEndsAt)
  expect(dueAt).toBe(complaintsEndAt(the.definition))
  expect(await exportPerson(the.sql, "sample", person)).toMatchObject({
    participant: [{ name: null, unit: null }],
  })
  expect(await applyDueErasures(the.sql, dueAt - 1)).toBe(0)
  expect(await applyDueErasures(the.sql, dueAt)).toBe(1)
  expect(await exportPerson(the.sql, "sample", person)).toMatchObject({
    participant: [],
    entries: [],
    results: [],
  })
  expect((await the.entryRows())[0]?.person).toMatch(/^erased-/)
  expect(await ledger()).toBe(before)
})

it("a purge takes the names of everybody", async () => {
  expect(await purgeNames(the.sql, the.definition, "organiser", graceEndsAt)).toBe(1)
  expect(await the.sql.query("select name, unit from participants")).toEqual([{ name: null, unit: null }])
})

it("of each claim about a citizen there is left what the manifest says", async () => {
  await purgeNames(the.sql, the.definition, "organiser", graceEndsAt)
  const [participant = {}] = await the.sql.query<Record<string, unknown>>("select * from participants")
  const [entry = {}] = await the.sql.query<Record<string, unknown>>("select * from entries")
  const left = (claim: string) => participant[claim] ?? entry[claim] ?? null
  for (const { name, retention } of identity.claims) {
    // Of `sub` and `person` there is only what was made of them.
    const kept = retention === "pseudonym" ? left("person") : left(name)
    expect([name, kept !== null]).toEqual([name, retention === "record" || retention === "pseudonym"])
  }
  expect([left("person"), JSON.stringify([participant, entry])]).toEqual([
    expect.stringMatching(/^[\w-]{20,}$/),
    expect.not.stringMatching(/sub-Hoa|"Hoa"|Nguyễn/),
  ])
})

it("the consent says so: the name goes when complaints are over, entry and unit stay without it", () => {
  expect(viEntering.entrant.consentHow(30)).toMatch(
    /họ tên đến hết thời hạn phản ánh, 30 ngày.*; bài và đơn vị giữ lại, không kèm tên/,
  )
  expect(enEntering.entrant.consentHow(30)).toMatch(
    /your name until the time for complaints is over, 30 days.*; entry and unit stay/,
  )
  const keptAs = (how: string) =>
    identity.claims.filter(({ retention }) => retention === how).map(({ name }) => name)
  expect(keptAs("complaints")).toEqual(["name"])
  expect(keptAs("record")).toContain("unit")
})

it("a complaint gets a number and a date, a personal-data request within two working days, too many are slowed down", async () => {
  const credential = await the.token("Hoa")
  const complain = (body: unknown) => the.api("POST", "/complaints", { credential, body })
  const answer = await complain({ kind: "result", round: 1, text: "Xin xem lại câu 9" })
  expect(answer.status).toBe(201)
  expect(answer.json).toEqual({
    number: expect.stringMatching(/^PA1-/),
    dueAt: new Date(workingDaysAfter(opensAt + 1000, 10)).toISOString(),
  })
  expect((await complain({ kind: "personal-data", text: "Xóa tên" })).json).toMatchObject({
    dueAt: new Date(workingDaysAfter(opensAt + 1000, 2)).toISOString(),
  })
  expect(problemIn(await complain({ kind: "result", text: "  " })).code).toBe("malformed")
  expect(problemIn(await complain({ kind: "praise", text: "x" })).code).toBe("malformed")
  expect(problemIn(await complain({ kind: "other", round: 9, text: "x" })).code).toBe("round-unknown")
  for (const _ of [3, 4, 5]) await complain({ kind: "other", text: "Lại nữa" })
  const slowed = await complain({ kind: "other", text: "Lại nữa" })
  expect([slowed.status, problemIn(slowed).code]).toEqual([429, "slow-down"])
})

it("working days leave out Saturdays and Sundays in Việt Nam", () => {
  const friday = Date.parse("2024-11-08T23:00:00+07:00")
  expect(new Date(workingDaysAfter(friday, 2)).toISOString()).toBe(
    new Date("2024-11-12T23:00:00+07:00").toISOString(),
  )
})
