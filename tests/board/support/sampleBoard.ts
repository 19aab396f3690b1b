import * as v from "valibot"
import type { BoardData } from "../../../src/board/boardData.ts"
import type { AllWords } from "../../../src/board/boardWords.ts"
import { words as viWords } from "../../../src/board/viWords.ts"
import { type ContestView, contestViewSchema } from "../../../src/contract/contestView.ts"
import type { Results } from "../../../src/contract/results.ts"
import { sampleStandings } from "../../app/support/sampleStandings.ts"
import { definitionFile } from "../../contest/sampleDefinition.ts"

/** All words, in Vietnamese. */
export const words: AllWords = { lang: "vi", ...viWords }

type Phase = ContestView["rounds"][number]["phase"]

/** The sample contest as a service answers it, its rounds in these phases, one week each from 28 October 2024 on. */
export function sampleView(phases: Phase[], more: object = {}): ContestView {
  const week = 7 * 86_400_000
  const first = Date.parse("2024-10-28T00:00:00+07:00")
  const iso = (instant: number) => new Date(instant).toISOString()
  return v.parse(contestViewSchema, {
    ...definitionFile(),
    awards: {
      individual: [
        { id: "first", name: "Giải Nhất", count: 1, requiresAllCorrect: true },
        { id: "second", name: "Giải Nhì", count: 3 },
      ],
      collective: [{ count: 2 }],
    },
    units: [{ id: "so-y-te", name: "Sở Y tế", kind: "agency", headcount: 65 }],
    ...more,
    rounds: phases.map((phase, index) => ({
      number: index + 1,
      opensAt: iso(first + index * week),
      closesAt: iso(first + (index + 1) * week),
      resultsDueAt: "2024-11-06T17:00:00+07:00",
      phase,
      commitments: [],
      entrants: phase === "upcoming" ? 0 : 1234,
    })),
  })
}

/** Results of round 1 as published; the first prize stays unawarded. */
export function sampleResults(more: Partial<Results> = {}): Results {
  const hash = "0".repeat(64)
  return {
    contest: "sample",
    round: 1,
    division: "all",
    revision: 1,
    publishedAt: "2024-11-05T09:00:00+07:00",
    report: {
      entrants: 25980,
      allCorrect: 5945,
      atLeast75: 11228,
      from25To75: 7851,
      below25: 956,
      noneRight: 16,
    },
    awards: [
      { prize: "first", prizeName: "Giải Nhất" },
      {
        prize: "second",
        prizeName: "Giải Nhì",
        winner: {
          rank: 1,
          code: "HS1-7K4D-91XQ-M",
          name: "Nguyễn Thị H***",
          unit: "so-y-te",
          correct: 14,
          prediction: 6000,
          predictionError: 55,
          receivedAt: "2024-11-01T19:42:08+07:00",
          late: true,
        },
      },
    ],
    questions: [],
    excluded: [{ code: "HS1-0000-0000-0", reason: "Ban Tổ chức" }],
    refusedAttempts: 3,
    reveal: { key: {}, nonce: hash, seed: hash, root: hash, count: 25980 },
    signature: "a.b.c",
    ...more,
  }
}

/** What a board knows in the third week: two rounds published, the second shown. */
export function sampleData(): BoardData {
  const contest = sampleView(["published", "published", "open", "upcoming"])
  const round = contest.rounds[1]
  if (!round) throw new Error("the sample has no second round")
  return {
    contest,
    standings: sampleStandings(),
    round: { round, divisions: [{ name: "Tất cả", results: sampleResults({ round: 2 }) }] },
  }
}
