import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { graceEndsAt } from "../../src/contest/calendar.ts"
import type { Results } from "../../src/contract/results.ts"
import { receiptDesk } from "../../src/service/identity/receipts.ts"
import { loadSecrets } from "../../src/service/identity/secrets.ts"
import { readContestFolder } from "../../src/service/organiser/contestFolder.ts"
import { loadContest } from "../../src/service/organiser/load.ts"
import { publishRound } from "../../src/service/organiser/publish.ts"
import { reportText, totalReport } from "../../src/service/organiser/reportText.ts"
import type { Sql } from "../../src/service/sql/sql.ts"
import type { StoredPaper } from "../../src/service/store/contestStore.ts"
import { sqlContests } from "../../src/service/store/sqlContests.ts"
import { openTestSql } from "./testService.ts"

const folder = fileURLToPath(new URL("../fixtures/cchc-2025", import.meta.url))

/**
 * How many entries had how many right, by division; the divisions' shares are made up, their sums are the figures that
 * were published of week 1: 25,980 entrants, 5,945 all-correct, 11,228 at least 75 %, 7,851 between, 956 below 25 %,
 * 16 of them with none right.
 */
const spread = {
  officials: { 15: 5665, 14: 4000, 13: 4000, 12: 2558, 8: 5000, 5: 2336, 2: 828, 0: 12 },
  citizens: { 15: 280, 14: 270, 13: 200, 12: 200, 8: 300, 5: 215, 2: 112, 0: 4 },
}

let sql: Sql
let results: Results[]
beforeAll(async () => {
  sql = await openTestSql()
  const read = await readContestFolder(folder)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const { definition, units } = read.contest
  const [round] = definition.rounds
  if (!round) throw new Error("no round")
  await loadContest(sql, read.contest, "test", round.opensAt - 1)
  for (const paper of await sqlContests(sql).papers(definition.id)) {
    await insertEntries(
      sql,
      paper,
      units.map(({ id }) => id),
      round.opensAt,
    )
  }
  const receipts = await receiptDesk((await loadSecrets(sql)).receiptKey)
  const outcome = await publishRound(
    sql,
    receipts,
    definition.id,
    1,
    "test",
    graceEndsAt(round, definition.late.graceMinutes),
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  results = outcome.results
})
afterAll(() => sql?.close())

async function insertEntries(sql: Sql, paper: StoredPaper, units: string[], opensAt: number): Promise<void> {
  const counts = Object.entries(spread[paper.division as keyof typeof spread])
  const corrects = counts.flatMap(([correct, entries]) =>
    Array.from({ length: entries }, () => Number(correct)),
  )
  const rows = corrects.map((correct, index) => ({
    person: `${paper.division}-${index}`,
    code: `CC1-${paper.division}-${index}`,
    unit: paper.division === "officials" ? units[index % units.length] : null,
    answers: Object.fromEntries(
      paper.bank.map(({ id, accepted }, at) => [
        id,
        at < correct ? accepted[0] : accepted[0] === "a" ? "b" : "a",
      ]),
    ),
    prediction: (index * 37) % 20_000,
    at: new Date(opensAt + (index % 600_000) * 1000).toISOString(),
  }))
  for (let start = 0; start < rows.length; start += 5000) {
    await sql.query(
      `insert into entries (contest, round, person, division, unit, code, answers, prediction, rules_version, answered_at,
                            entry_hash, received_at, late, receipt)
       select 'cchc-2025', 1, person, $1, unit, code, answers, prediction, '1', '', '', at, false, ''
       from jsonb_to_recordset($2::jsonb)
         as made (person text, code text, unit text, answers jsonb, prediction int, at timestamptz)`,
      [paper.division, JSON.stringify(rows.slice(start, start + 5000))],
    )
  }
}

describe("week 1 of the contest modelled on CCHC 2025", () => {
  it("reports the figures that were published", () => {
    expect(results.map(({ division, report }) => [division, report.entrants])).toEqual([
      ["citizens", 1581],
      ["officials", 24_399],
    ])
    expect(totalReport(results.map(({ report }) => report))).toEqual({
      entrants: 25_980,
      allCorrect: 5945,
      atLeast75: 11_228,
      from25To75: 7851,
      below25: 956,
      noneRight: 16,
    })
  })

  it("prints 22.88 % all-correct, not the 23.53 % of the press", () => {
    const text = reportText(results)
    expect(text).toContain("5945 (22.88 %)")
    expect(text).not.toContain("23.53")
  })

  it("gives each division its own prizes, by its own number of all-correct", () => {
    for (const { division, awards, report } of results) {
      expect(awards.map(({ prizeName }) => prizeName)).toEqual(["Giải Nhất", "Giải Nhì", "Giải Ba"])
      expect(awards.every(({ winner }) => winner?.code.includes(division) && winner.correct === 15)).toBe(
        true,
      )
      const errors = awards.map(({ winner }) => winner?.predictionError ?? -1)
      expect(errors).toEqual(
        awards.map(({ winner }) => Math.abs((winner?.prediction ?? 0) - report.allCorrect)),
      )
      expect(errors).toEqual([...errors].sort((a, b) => a - b))
    }
  })
})
