import * as v from "valibot"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { resultsSchema, revisionsSchema } from "../../src/contract/results.ts"
import { type Amendment, amendRound } from "../../src/service/organiser/amend.ts"
import { excludePerson } from "../../src/service/organiser/exclude.ts"
import { enter, publish } from "./publishedRound.ts"
import { graceEndsAt, problemIn, type TestService, testService } from "./testService.ts"

let the: TestService
beforeEach(async () => {
  the = await testService()
})
afterEach(() => the.sql.close())

const amend = (amendment: Amendment, question = "r1q01", commit = true, reason = "Hai đáp án đều đúng") =>
  amendRound(
    the.sql,
    the.service.receipts,
    { contest: "sample", round: 1, question, amendment, reason, who: "organiser" },
    graceEndsAt,
    commit,
  )
const results = async () => v.parse(resultsSchema, (await the.api("GET", "/rounds/1/results")).json)
const winner = async () => (await results()).awards[0]?.winner?.code

describe("an amendment", () => {
  it("that moves N moves the prediction's prize with it, publicly and with its reason", async () => {
    const near1 = await enter(the, { person: "Near1", prediction: 1, afterSeconds: 10 })
    const near2 = await enter(the, { person: "Near2", wrong: 1, prediction: 2, afterSeconds: 20 })
    await publish(the)
    expect([await winner(), (await results()).report.allCorrect]).toEqual([near1.code, 1])

    const amended = await amend({ kind: "accept", options: ["b"] })
    expect([await winner(), (await results()).report.allCorrect]).toEqual([near2.code, 2])
    const { revisions } = v.parse(revisionsSchema, (await the.api("GET", "/rounds/1/revisions")).json)
    expect(revisions).toEqual(amended.ok ? [amended.revision] : [])
    expect(revisions[0]).toMatchObject({
      revision: 2,
      change: { kind: "key", question: "r1q01", before: ["a"], after: ["a", "b"] },
      reason: "Hai đáp án đều đúng",
      allCorrect: { before: 1, after: 2 },
      ranksMoved: 2,
      prizesMoved: [
        { code: near2.code, before: { rank: 2, prize: null }, after: { rank: 1, prize: "first" } },
        { code: near1.code, before: { rank: 1, prize: "first" }, after: { rank: 2, prize: null } },
      ],
    })
    expect(await the.sql.query("select who, what, why from audit where what = 'amend'")).toEqual([
      { who: "organiser", what: "amend", why: "Hai đáp án đều đúng" },
    ])
  })

  it("can take an option away, withdraw a question, and be followed by another", async () => {
    await enter(the, { person: "Right", prediction: 5, afterSeconds: 1 })
    await enter(the, { person: "Other", wrong: 1, prediction: 5, afterSeconds: 2 })
    await publish(the)
    await amend({ kind: "rekey", options: ["b"] })
    expect((await results()).report.allCorrect).toBe(1)
    await amend({ kind: "void" })
    expect(await results()).toMatchObject({ revision: 3, report: { allCorrect: 2 } })
    expect((await results()).questions[0]?.accepted).toBe("void")
    // The key that was committed to is still the one revealed.
    expect((await results()).reveal.key.r1q01).toEqual(["a"])
    const own = await the.api("GET", "/rounds/1/entry", { credential: await the.token("Other") })
    expect(own.json).toMatchObject({ result: { revision: 3, correct: 15 } })
  })

  it("only rehearsed changes nothing", async () => {
    await enter(the, { person: "Right", prediction: 5, afterSeconds: 1 })
    const before = await publish(the)
    const rehearsed = await amend({ kind: "void" }, "r1q02", false)
    expect(rehearsed).toMatchObject({ ok: true, revision: { revision: 2 } })
    expect(await results()).toEqual(before)
    expect((await the.api("GET", "/rounds/1/revisions")).json).toEqual({ revisions: [] })
  })

  it.each([
    ["an unknown question", { kind: "void" }, "r9q01", /no question/],
    ["an unknown option", { kind: "accept", options: ["x"] }, "r1q01", /has the options a, b, c, d/],
    ["nothing new", { kind: "accept", options: ["a"] }, "r1q01", /already/],
    ["no option", { kind: "rekey", options: [] }, "r1q01", /name the accepted/],
  ] as [string, Amendment, string, RegExp][])("is refused for %s", async (_, amendment, question, reason) => {
    await publish(the)
    const outcome = await amend(amendment, question)
    expect(outcome.ok ? "" : outcome.reason).toMatch(reason)
  })

  it("is refused before publication, and without a reason", async () => {
    expect(await amend({ kind: "void" })).toEqual({ ok: false, reason: "round 1 is not published yet" })
    expect((await amend({ kind: "void" }, "r1q01", true, " ")).ok).toBe(false)
  })
})

describe("an exclusion", () => {
  it("after publication makes a revision without that entry, by code or by reference", async () => {
    const jury = await enter(the, { person: "Jury", prediction: 1, afterSeconds: 1 })
    const next = await enter(the, { person: "Next", prediction: 1, afterSeconds: 2 })
    await publish(the)
    const [row] = await the.sql.query<{ reference: string }>(
      "select reference from participants where name like '%Jury'",
    )
    const request = {
      contest: "sample",
      codeOrReference: row?.reference.toLowerCase().replaceAll("-", " ") ?? "",
      reason: "Giám khảo",
      who: "organiser",
    }
    const outcome = await excludePerson(the.sql, the.service.receipts, request, graceEndsAt)
    expect(outcome).toMatchObject({
      ok: true,
      revisions: [{ round: 1, revision: { change: { kind: "exclusion", code: jury.code } } }],
    })
    expect(await winner()).toBe(next.code)
    expect(await results()).toMatchObject({
      excluded: [{ code: jury.code, reason: "Giám khảo" }],
      report: { entrants: 1, allCorrect: 1 },
    })
    expect((await the.ticket("Jury")).code).toBe("not-eligible")
    const again = await excludePerson(
      the.sql,
      the.service.receipts,
      { ...request, codeOrReference: jury.code },
      graceEndsAt,
    )
    expect(again).toEqual({ ok: false, reason: "this person is excluded already" })
  })

  it.each([
    "HS1-0000-0000-0",
    "HS1-0000-0000-1",
    "Nguyễn",
  ])("does not guess who %s is", async (codeOrReference) => {
    const outcome = await excludePerson(
      the.sql,
      the.service.receipts,
      { contest: "sample", codeOrReference, reason: "x", who: "o" },
      graceEndsAt,
    )
    expect(outcome.ok).toBe(false)
  })
})

it("a ledger is not to be had before publication", async () => {
  for (const path of ["ledger", "ledger/HS1-0000-0000-0", "revisions", "results"]) {
    const answer = await the.api("GET", `/rounds/1/${path}`)
    expect([path, answer.status, problemIn(answer).code]).toEqual([path, 404, "results-not-published"])
  }
})
