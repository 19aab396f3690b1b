import { describe, expect, it } from "vitest"
import { parseDefinition } from "../../src/contest/parseDefinition.ts"
import { definitionFile, sampleDefinition } from "./sampleDefinition.ts"

describe("a contest definition", () => {
  it("fills in what it leaves out", () => {
    expect(sampleDefinition()).toMatchObject({
      codePrefix: "HS",
      divisions: [{ id: "all", name: "Tất cả" }],
      paper: { questions: 15, shuffleOptions: true },
      prediction: { of: "all-correct", max: 999_999 },
      ranking: ["correct", "prediction", "received", "draw"],
      standings: { participationWeight: 0.6, qualityWeight: 0.4, minEntrants: 10, minRate: 0 },
      eligibility: { identity: "person", unitRequired: false },
    })
  })

  it("reads instants with an offset as the same moment as in Z", () => {
    expect(sampleDefinition().rounds[0]?.opensAt).toBe(Date.parse("2024-10-27T17:00:00Z"))
  })

  const faulty: [
    string,
    (file: ReturnType<typeof definitionFile> & Record<string, unknown>) => void,
    string,
  ][] = [
    ["a missing title", (file) => Reflect.deleteProperty(file, "title"), "title"],
    ["an unknown member", (file) => Object.assign(file, { rankings: [] }), "rankings"],
    [
      "an unknown member deep inside",
      (file) => Object.assign(file.rounds[1] ?? {}, { opens: 1 }),
      "rounds[1].opens",
    ],
    [
      "an instant without offset",
      (file) => Object.assign(file.rounds[0] ?? {}, { opensAt: "2024-10-28T00:00:00" }),
      "rounds[0].opensAt",
    ],
    [
      "a day that does not exist",
      (file) => Object.assign(file.rounds[0] ?? {}, { closesAt: "2024-13-40T00:00:00Z" }),
      "rounds[0].closesAt",
    ],
    [
      "a round that closes before it opens",
      (file) => Object.assign(file.rounds[0] ?? {}, { closesAt: "2024-10-27T00:00:00Z" }),
      "rounds[0].closesAt",
    ],
    [
      "rounds that open together",
      (file) => Object.assign(file.rounds[1] ?? {}, { opensAt: "2024-10-28T00:00:00+07:00" }),
      "rounds[1].opensAt",
    ],
    [
      "two prizes of one id",
      (file) => file.awards.individual.push({ id: "first", name: "x", count: 1, requiresAllCorrect: false }),
      "awards.individual[1].id",
    ],
    [
      "a prize for no division",
      (file) => Object.assign(file.awards.individual[0] ?? {}, { division: "x" }),
      "awards.individual[0].division",
    ],
    [
      "a ranking without the draw",
      (file) => Object.assign(file, { ranking: ["correct", "received"] }),
      "ranking",
    ],
    [
      "a ranking that starts with time",
      (file) => Object.assign(file, { ranking: ["received", "correct", "draw"] }),
      "ranking",
    ],
    [
      "an unknown ranking key",
      (file) => Object.assign(file, { ranking: ["correct", "speed", "draw"] }),
      "ranking[1]",
    ],
    [
      "weights that do not add up",
      (file) => Object.assign(file, { standings: { participationWeight: 0.9 } }),
      "standings",
    ],
    ["an unknown time zone", (file) => Object.assign(file, { timeZone: "Asia/Hue" }), "timeZone"],
    [
      "grace beyond its bound",
      (file) => Object.assign(file, { late: { graceMinutes: 721 } }),
      "late.graceMinutes",
    ],
    ["a second entry a round", (file) => Object.assign(file, { entriesPerRound: 2 }), "entriesPerRound"],
  ]
  it.each(faulty)("is refused for %s, with its path", (_, spoil, path) => {
    const file = definitionFile()
    spoil(file as ReturnType<typeof definitionFile> & Record<string, unknown>)
    const parsed = parseDefinition(file)
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.path)).toContain(path)
  })

  it("names every fault at once", () => {
    const parsed = parseDefinition({ ...definitionFile(), title: "", timeZone: "x" })
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.path)).toEqual(["title", "timeZone"])
  })
})
