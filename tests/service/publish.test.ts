import { createHash } from "node:crypto"
import * as v from "valibot"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { keyCommitment, seedCommitment } from "../../src/contest/commitment.ts"
import { drawOf } from "../../src/contest/draw.ts"
import { mark } from "../../src/contest/marking.ts"
import { rank } from "../../src/contest/ranking.ts"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import type { EntryView } from "../../src/contract/entry.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { resultsSchema } from "../../src/contract/results.ts"
import { awardList } from "../../src/service/organiser/awardList.ts"
import { publishRound } from "../../src/service/organiser/publish.ts"
import { contestStatus } from "../../src/service/organiser/status.ts"
import {
  graceEndsAt,
  opensAt,
  problemIn,
  receiptIn,
  sampleBank,
  type TestService,
  testService,
} from "./testService.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")
const key = Object.fromEntries(sampleBank().map(({ id, accepted }) => [id, accepted]))
const right = Object.fromEntries(sampleBank().map(({ id, accepted }) => [id, accepted[0] ?? ""]))

let the: TestService
beforeEach(async () => {
  the = await testService((file) => {
    file.awards.individual = [
      { id: "first", name: "Giải Nhất", count: 1, requiresAllCorrect: true },
      { id: "second", name: "Giải Nhì", count: 3, requiresAllCorrect: false },
    ]
  })
})
afterEach(() => the.sql.close())

type Entrant = { person: string; wrong?: number; prediction: number; afterSeconds: number }

async function enter({ person, wrong = 0, prediction, afterSeconds }: Entrant): Promise<Receipt> {
  the.setClock(opensAt + afterSeconds * 1000)
  const { ticket } = await the.ticket(person, { unit: "ward" }, { name: `Nguyễn Thị ${person}` })
  const answers = { ...right }
  // The letter after the accepted one is wrong everywhere.
  for (const id of Object.keys(answers).slice(0, wrong))
    answers[id] = "bcda"["abcd".indexOf(answers[id] ?? "")] ?? ""
  return receiptIn(await the.put(ticket, await the.body({ answers, prediction })))
}

const publish = (now = graceEndsAt, round = 1) =>
  publishRound(the.sql, the.service.receipts, "sample", round, "organiser", now)

describe("publishing a round", () => {
  const entrants: Entrant[] = [
    { person: "Anh", prediction: 9, afterSeconds: 10 },
    { person: "Bình", prediction: 4, afterSeconds: 50 },
    { person: "Chi", prediction: 4, afterSeconds: 40 },
    { person: "Dũng", wrong: 1, prediction: 3, afterSeconds: 5 },
    { person: "Én", prediction: 100, afterSeconds: 60 },
    { person: "Giang", wrong: 15, prediction: 4, afterSeconds: 1 },
  ]

  it("ranks as the definition says, masks names, and opens every commitment", async () => {
    const receipts = new Map<string, Receipt>()
    for (const entrant of entrants) receipts.set(entrant.person, await enter(entrant))
    const before = (await the.api("GET", "")).json as {
      rounds: { commitments: { key: string; seed: string }[] }[]
    }
    expect((await publish()).ok).toBe(true)

    const results = v.parse(resultsSchema, (await the.api("GET", "/rounds/1/results")).json)
    expect(results.report).toEqual({
      entrants: 6,
      allCorrect: 4,
      atLeast75: 1,
      from25To75: 0,
      below25: 1,
      noneRight: 1,
    })
    expect(
      results.awards.map(({ prizeName, winner }) => [
        prizeName,
        winner?.name,
        winner?.rank,
        winner?.predictionError,
      ]),
    ).toEqual([
      ["Giải Nhất", "Nguyễn Thị C***", 1, 0],
      ["Giải Nhì", "Nguyễn Thị B***", 2, 0],
      ["Giải Nhì", "Nguyễn Thị A***", 3, 5],
      ["Giải Nhì", "Nguyễn Thị É***", 4, 96],
    ])
    expect(results.awards[0]?.winner).toMatchObject({
      code: receipts.get("Chi")?.code,
      unit: "Phường Mẫu",
      correct: 15,
      late: false,
    })
    const { nonce, seed, root } = results.reveal
    expect(before.rounds[0]?.commitments).toEqual([
      {
        division: "all",
        key: keyCommitment(canonicalJson(key), nonce, sha256),
        seed: seedCommitment(seed, sha256),
      },
    ])
    expect(root).toMatch(/^[0-9a-f]{64}$/)

    the.setClock(graceEndsAt)
    const phases = (await the.api("GET", "")).json as { rounds: { phase: string; publishedAt?: string }[] }
    expect(phases.rounds.map(({ phase }) => phase)).toEqual(["published", "open"])
    const [first, second] = phases.rounds
    expect([first?.publishedAt, second?.publishedAt]).toEqual([
      new Date(graceEndsAt).toISOString(),
      undefined,
    ])
  })

  it("agrees with the pure ranking on who stands where", async () => {
    for (let one = 0; one < 30; one += 1) {
      await enter({
        person: `P${one}`,
        wrong: one % 3,
        prediction: 8 + (one % 4),
        afterSeconds: 100 + (one % 5),
      })
    }
    const published = await publish()
    if (!published.ok) throw new Error(published.reason)
    const [results] = published.results
    const rows = await the.sql.query<{
      code: string
      answers: Record<string, string>
      prediction: number
      received_at: Date
      late: boolean
      rank: number
    }>(
      "select code, answers, prediction, received_at, late, rank from entries join marks using (contest, round, person) order by rank",
    )
    const marked = rows.map((row) => ({
      ...row,
      correct: mark(row.answers, key),
      receivedAtSeconds: row.received_at.getTime() / 1000,
    }))
    const expected = rank(marked.toReversed(), {
      order: the.definition.ranking,
      questions: 15,
      allCorrect: 10,
      draw: (code) => drawOf(results?.reveal.seed ?? "", results?.reveal.root ?? "", code, sha256),
    })
    expect(results?.report.allCorrect).toBe(10)
    expect(expected.map(({ code }) => code)).toEqual(rows.map(({ code }) => code))
    expect(rows.map((row) => row.rank)).toEqual(rows.map((_, index) => index + 1))
  })

  it("shows each entrant the own result, and why", async () => {
    await enter({ person: "Anh", prediction: 2, afterSeconds: 1 })
    await enter({ person: "Bình", wrong: 2, prediction: 9, afterSeconds: 2 })
    const credential = await the.token("Bình")
    await publish()
    const { result } = (await the.api("GET", "/rounds/1/entry", { credential })).json as EntryView
    expect(result).toMatchObject({
      correct: 13,
      allCorrect: 1,
      predictionError: 8,
      rank: 2,
      entrants: 2,
      award: { id: "second" },
    })
    expect(result?.questions.filter(({ credited }) => !credited).map(({ id }) => id)).toEqual([
      "r1q01",
      "r1q02",
    ])
    expect(result?.questions[0]).toMatchObject({ chosen: "b", accepted: ["a"], explanation: "Vì sao 0" })
    expect(result?.lastAwarded).toMatchObject({ correct: 13, predictionError: 8 })
  })

  it("leaves excluded persons out of N, entrants, ranking and prizes, but in the ledger", async () => {
    await enter({ person: "Jury", prediction: 1, afterSeconds: 1 })
    await enter({ person: "Anh", prediction: 5, afterSeconds: 2 })
    const identity = { sub: "", person: "Jury", account: "vneid", assurance: 2, iat: 0, exp: 0 } as const
    await the.sql.query("insert into exclusions values ('sample', $1, 'jury', now())", [
      the.service.personOf(the.definition, identity),
    ])
    const published = await publish()
    if (!published.ok) throw new Error(published.reason)
    expect(published.results[0]?.report).toMatchObject({ entrants: 1, allCorrect: 1 })
    expect(published.results[0]?.awards.map(({ winner }) => winner?.name)).toEqual([
      "Nguyễn Thị A***",
      undefined,
      undefined,
      undefined,
    ])
    expect((await the.sql.query("select 1 from entries where ledger_index is not null")).length).toBe(2)
  })

  it("gives names to the organiser only", async () => {
    await enter({ person: "Anh", prediction: 1, afterSeconds: 1 })
    await publish()
    expect(await awardList(the.sql, "sample", 1)).toMatchObject([
      { prize: "Giải Nhất", name: "Nguyễn Thị Anh", unit: "Phường Mẫu", place: "declared", rank: 1 },
    ])
    for (const path of ["", "/rounds/1/results"])
      expect((await the.api("GET", path)).text).not.toContain("Thị Anh")
    expect(await awardList(the.sql, "sample", 2)).toBe(null)
    const status = await contestStatus(the.sql, "sample", graceEndsAt)
    expect(status?.[0]).toMatchObject({
      phase: "published",
      entries: 1,
      late: 0,
      units: [{ unit: "Phường Mẫu", entries: 1 }],
    })
  })

  it("is refused before grace has ended, twice, and for what does not exist", async () => {
    expect(await publish(graceEndsAt - 1)).toEqual({
      ok: false,
      reason: `round 1 takes entries until ${new Date(graceEndsAt).toISOString()}`,
    })
    expect((await publish()).ok).toBe(true)
    expect(await publish()).toEqual({ ok: false, reason: "round 1 is published already" })
    expect((await publish(graceEndsAt, 9)).ok).toBe(false)
    expect((await publishRound(the.sql, the.service.receipts, "other", 1, "organiser", graceEndsAt)).ok).toBe(
      false,
    )
  })

  it("lets no entry in behind it", async () => {
    the.setClock(opensAt + 1)
    const { ticket } = await the.ticket("slow")
    await publish()
    // Its clock says that there is time left: only the published round itself can refuse.
    const answer = await the.put(ticket, await the.body())
    expect([answer.status, problemIn(answer).code]).toEqual([410, "round-closed"])
    expect(await the.entryRows()).toEqual([])
  })

  it("has nothing to show before", async () => {
    the.setClock(graceEndsAt)
    const answer = await the.api("GET", "/rounds/1/results")
    expect([answer.status, problemIn(answer).code, answer.headers.get("retry-after")]).toEqual([
      404,
      "results-not-published",
      "300",
    ])
  })
})
