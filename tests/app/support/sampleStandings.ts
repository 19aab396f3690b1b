import type { Standings } from "../../../src/contract/standings.ts"

type Row = Standings["leagues"][number]["rows"][number]

const unranked: Pick<Row, "rank" | "score" | "awarded"> = { rank: null, score: null, awarded: false }

/** One league of every kind with two prizes: three ranked units, one unranked for each reason. Two of four rounds in. */
export function sampleStandings(): Standings {
  const row = (name: string, headcount: number | undefined, rest: Partial<Row>): Row => ({
    unit: { id: name, name, ...(headcount === undefined ? {} : { headcount }) },
    perRound: [],
    entrants: 0,
    rate: null,
    quality: null,
    score: null,
    rank: null,
    unrankedBecause: null,
    awarded: false,
    ...rest,
  })
  return {
    contest: "sample",
    asOf: "2024-11-12T09:00:00+07:00",
    rounds: [1, 2],
    formula: {
      participationWeight: 0.6,
      qualityWeight: 0.4,
      minEntrants: 10,
      minRate: 0.01,
      headcountAsOf: "2024-10-01",
    },
    leagues: [
      {
        kinds: ["agency", "public-unit", "locality", "organisation", "residential-group"],
        prizes: 2,
        rows: [
          row("Sở Y tế", 65, {
            entrants: 39,
            rate: 0.6,
            quality: 0.88,
            score: 0.712,
            rank: 1,
            awarded: true,
          }),
          row("Sở Tư pháp", 50, {
            entrants: 25,
            rate: 0.5,
            quality: 0.6,
            score: 0.54,
            rank: 2,
            awarded: true,
          }),
          row("Phường Vỹ Dạ", 7200, { entrants: 144, rate: 0.02, quality: 0.80325, score: 0.3333, rank: 3 }),
          row("Sở Nội vụ", 75, {
            ...unranked,
            entrants: 3,
            rate: 0.04,
            quality: 0.5,
            unrankedBecause: "too-few",
          }),
          row("Thành phố Huế", 160000, {
            ...unranked,
            entrants: 50,
            rate: 0.0003,
            quality: 0.5,
            unrankedBecause: "low-rate",
          }),
          row("Tổ 5", undefined, { ...unranked, entrants: 12, quality: 0.7, unrankedBecause: "headcount" }),
        ],
      },
    ],
  }
}
