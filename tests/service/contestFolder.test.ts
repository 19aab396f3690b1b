import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parse } from "csv-parse/sync"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import { readContestFolder } from "../../src/service/organiser/contestFolder.ts"
import { loadContest } from "../../src/service/organiser/load.ts"
import { readUnits } from "../../src/service/organiser/unitsFile.ts"
import type { Sql } from "../../src/service/sql/sql.ts"
import { openTestSql } from "./testService.ts"

const original = fileURLToPath(new URL("../../src/service/contests/hue-s-2024", import.meta.url))
const beforeRound1 = Date.parse("2024-10-27T00:00:00+07:00")
const inRound1 = Date.parse("2024-10-30T00:00:00+07:00")

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "contest-folder-"))
  cpSync(original, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const edit = (file: string, change: (text: string) => string | Uint8Array) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")))
const faults = async () => {
  const read = await readContestFolder(folder)
  return read.ok ? [] : read.faults
}
const contest = async () => {
  const read = await readContestFolder(folder)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.contest
}

describe("the 2024 contest folder", () => {
  it("is whole: four rounds of 15 questions, units, practice, 13 prizes", async () => {
    const { definition, papers, units, practice } = await contest()
    expect(papers.map(({ round, bank }) => [round, bank.length])).toEqual(
      [1, 2, 3, 4].map((round) => [round, 15]),
    )
    expect(definition.awards.individual.reduce((sum, { count }) => sum + count, 0)).toBe(13)
    expect(units.length).toBeGreaterThan(50)
    expect(practice.length).toBeGreaterThan(0)
  })

  it("reads the same from XLSX, with days and numbers as a spreadsheet keeps them", async () => {
    const before = await contest()
    for (const file of ["units", "round-1"]) {
      const rows: string[][] = parse(readFileSync(join(folder, `${file}.csv`)))
      const sheet = rows.map((row) =>
        row.map((cell) => {
          if (/^\d{4}-\d\d-\d\d$/.test(cell))
            return { value: new Date(cell), type: Date, format: "yyyy-mm-dd" }
          return /^\d+$/.test(cell) ? { value: Number(cell), type: Number } : { value: cell }
        }),
      )
      writeFileSync(join(folder, `${file}.xlsx`), await writeXlsxFile(sheet).toBuffer())
      rmSync(join(folder, `${file}.csv`))
    }
    expect(await contest()).toEqual(before)
  })

  it("reads the semicolons that a Vietnamese spreadsheet writes", async () => {
    const units = new TextEncoder().encode(
      "id;name;kind;headcount;parent\r\nhue;Thành phố Huế, tỉnh;locality;10;\r\n",
    )
    expect(await readUnits("units.csv", units)).toEqual({
      units: [{ id: "hue", name: "Thành phố Huế, tỉnh", kind: "locality", headcount: 10 }],
      faults: [],
    })
  })

  it("spreads the accepted options, keeps options alike in length, and asks nothing newer than its round", async () => {
    for (const { bank } of (await contest()).papers) {
      const spread = ["a", "b", "c", "d"].map(
        (letter) => bank.filter(({ accepted }) => accepted[0] === letter).length,
      )
      expect(Math.min(...spread)).toBeGreaterThanOrEqual(3)
      expect(Math.max(...spread)).toBeLessThanOrEqual(5)
      for (const { options, asOf, accepted, explanation, source } of bank) {
        const lengths = options.map(({ text }) => text.length)
        expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(2)
        expect(asOf <= "2024-10-28").toBe(true)
        expect([options.length, accepted.length]).toEqual([4, 1])
        expect(explanation && source).toBeTruthy()
      }
    }
  })

  it("reads the same with a BOM and decomposed Vietnamese", async () => {
    const before = await contest()
    edit("units.csv", (text) => `\uFEFF${text.normalize("NFD")}`)
    edit("round-1.csv", (text) => text.normalize("NFD"))
    expect((await contest()).units).toEqual(before.units)
    expect((await contest()).papers[0]).toEqual(before.papers[0])
  })
})

describe("a faulty folder is refused with file, row and column", () => {
  const line = (text: string, row: number, change: (cells: string) => string) => {
    const lines = text.split("\n")
    lines[row - 1] = change(lines[row - 1] ?? "")
    return lines.join("\n")
  }
  const table: [string, string, (text: string) => string | Uint8Array, object][] = [
    [
      "a date in a round",
      "contest.json",
      (text) => text.replace("2024-11-04T00:00:00+07:00", "soon"),
      { column: "rounds[0].closesAt" },
    ],
    [
      "broken JSON",
      "contest.json",
      (text) => text.slice(0, -5),
      { row: expect.any(Number), message: expect.stringContaining("JSON") },
    ],
    [
      "an unknown kind of unit",
      "units.csv",
      (text) => line(text, 3, (cells) => cells.replace("agency", "club")),
      { row: 3, column: "kind" },
    ],
    [
      "a headcount in words",
      "units.csv",
      (text) => line(text, 2, (cells) => cells.replace("110", "đông")),
      { row: 2, column: "headcount" },
    ],
    [
      "a unit that stands twice",
      "units.csv",
      (text) => line(text, 3, () => text.split("\n")[1] ?? ""),
      { row: 3, column: "id" },
    ],
    [
      "a parent that is not there",
      "units.csv",
      (text) => `${text}x,X,agency,,nowhere\n`,
      { column: "parent" },
    ],
    [
      "an accepted letter without option",
      "round-1.csv",
      (text) => line(text, 4, (cells) => cells.replace(/,[abcd],(?=[^,]*|")/, ",e,")),
      { row: 4, column: "accepted" },
    ],
    [
      "an empty option",
      "round-1.csv",
      (text) => `${text}extra,Hỏi?,một,,ba,bốn,a,Vì,Nguồn,2024-01-01\n`,
      { row: 17, column: "b" },
    ],
    [
      "two equal options",
      "round-1.csv",
      (text) => `${text}extra,Hỏi?,một,Một,ba,bốn,a,Vì,Nguồn,2024-01-01\n`,
      { row: 17, column: "b" },
    ],
    [
      "a day that is none",
      "round-1.csv",
      (text) => line(text, 2, (cells) => cells.replace(/\d{4}-\d\d-\d\d$/, "2024-13-01")),
      { row: 2, column: "asOf" },
    ],
    [
      "a missing column",
      "round-2.csv",
      (text) => text.replace("explanation", "remark"),
      { row: 1, column: "explanation" },
    ],
    [
      "a question too few",
      "round-3.csv",
      (text) => text.trimEnd().split("\n").slice(0, -1).join("\n"),
      { message: expect.stringContaining("14 questions") },
    ],
    ["a quote that does not close", "round-1.csv", (text) => `${text}"x,y\n`, { row: expect.any(Number) }],
    [
      "a question of another round",
      "round-2.csv",
      (text) => text.replace("r2q01", "r1q01"),
      { column: "id" },
    ],
    [
      "another encoding",
      "units.csv",
      () => new Uint8Array([0x69, 0x64, 0xff]),
      { message: expect.stringContaining("UTF-8") },
    ],
  ]
  it.each(table)("%s", async (_, file, spoil, fault) => {
    edit(file, spoil)
    expect(await faults()).toContainEqual(expect.objectContaining({ file, ...fault }))
  })

  it("for a table that is there as CSV and as XLSX", async () => {
    cpSync(join(folder, "units.csv"), join(folder, "units.xlsx"))
    expect(await faults()).toContainEqual({
      file: "units.xlsx",
      message: expect.stringContaining("keep one"),
    })
  })

  it("for a paper of a round or division that the definition does not have", async () => {
    cpSync(join(folder, "round-1.csv"), join(folder, "round-7.csv"))
    cpSync(join(folder, "round-1.csv"), join(folder, "round-1.officials.csv"))
    expect((await faults()).map(({ file }) => file)).toEqual(
      expect.arrayContaining(["round-7.csv", "round-1.officials.csv"]),
    )
  })

  it("where contest.json is missing", async () => {
    rmSync(join(folder, "contest.json"))
    expect(await faults()).toMatchObject([{ file: "contest.json" }])
  })
})

describe("loading", () => {
  let sql: Sql
  beforeEach(async () => {
    sql = await openTestSql()
  })
  afterEach(() => sql.close())
  const load = async (now: number) => loadContest(sql, await contest(), "organiser", now)
  const commitments = async () =>
    (await sql.query<{ key_commitment: string }>("select key_commitment from papers order by round")).map(
      (row) => row.key_commitment,
    )

  it("is repeated without any change to commitments", async () => {
    await load(beforeRound1)
    const before = await commitments()
    expect(await load(beforeRound1)).toEqual({ ok: true, changes: ["contest hue-s-2024 updated"] })
    expect(await commitments()).toEqual(before)
  })

  it("gives a changed paper a new commitment before its round opens, with a note in the audit", async () => {
    await load(beforeRound1)
    const before = await commitments()
    edit("round-1.csv", (text) => text.replace("explanation", "explanation").replace("nào?", "nào vậy?"))
    expect((await load(beforeRound1)).ok).toBe(true)
    const after = await commitments()
    expect(after[0]).not.toBe(before[0])
    expect(after.slice(1)).toEqual(before.slice(1))
    const audit = await sql.query<{ detail: { changes: string[] } }>("select detail from audit order by at")
    expect(audit.flatMap(({ detail }) => detail.changes).join("\n")).toContain("paper changed")
  })

  it("refuses to touch what is locked once its round is open, and changes nothing at all", async () => {
    await load(beforeRound1)
    const before = await commitments()
    edit("round-1.csv", (text) => text.replace("nào?", "nào vậy?"))
    edit("round-2.csv", (text) => text.replace("nào?", "nào vậy?"))
    edit("contest.json", (text) => text.replace('"prediction", "received"', '"received", "prediction"'))
    const outcome = await load(inRound1)
    expect(outcome).toEqual({
      ok: false,
      locked: ["ranking: round 1 has opened", "the paper of round 1, division all: its round has opened"],
    })
    expect(await commitments()).toEqual(before)
  })

  it("still takes a later round's paper while an earlier one is open", async () => {
    await load(beforeRound1)
    edit("round-2.csv", (text) => text.replace("nào?", "nào vậy?"))
    expect((await load(inRound1)).ok).toBe(true)
  })
})
