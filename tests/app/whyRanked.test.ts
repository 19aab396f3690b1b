import { expect, test } from "vitest"
import { createFormat } from "../../src/app/format/format.ts"
import { decidingKey, type Line } from "../../src/app/results/decidingKey.ts"
import { whySentence } from "../../src/app/results/whySentence.ts"
import { viFirst } from "../../src/app/words/viFirst.ts"
import { viWhy } from "../../src/app/words/viWhy.ts"
import { rank } from "../../src/contest/ranking.ts"
import { type RankingKey, rankingKeys } from "../../src/contest/vocabulary.ts"

const format = createFormat(
  { timeZone: "Asia/Ho_Chi_Minh", utcOffset: null, weekdays: viFirst.weekdays },
  "vi",
)
const last: Line = { correct: 15, predictionError: 55, receivedAt: "2024-11-05T19:42:08+07:00", late: false }
const why = (own: Partial<Line>, other: Partial<Line> = {}, order: readonly RankingKey[] = rankingKeys) =>
  whySentence(decidingKey({ ...last, ...own }, { ...last, ...other }, order), viWhy, format)

test.each<[Partial<Line>, Partial<Line>, string]>([
  [{ correct: 14 }, {}, "Đúng ít hơn 1 câu."],
  [{ correct: 14, predictionError: 0 }, {}, "Đúng ít hơn 1 câu."],
  [{ predictionError: 67 }, {}, "Bằng số câu đúng, dự đoán lệch nhiều hơn 12."],
  [{ predictionError: 14_547 }, {}, "Bằng số câu đúng, dự đoán lệch nhiều hơn 14.492."],
  [
    { receivedAt: "2024-11-05T19:45:28+07:00" },
    {},
    "Bằng số câu đúng, bằng độ lệch dự đoán, nhận sau 3 phút 20 giây.",
  ],
  [{ receivedAt: "2024-11-05T12:42:07Z" }, {}, "Bằng số câu đúng, bằng độ lệch dự đoán, nhận trước 1 giây."],
  [
    { late: true, receivedAt: "2024-11-01T00:00:00Z" },
    {},
    "Bằng số câu đúng, bằng độ lệch dự đoán, nộp muộn nên xếp sau bài đúng giờ.",
  ],
  [{}, { late: true }, "Bằng số câu đúng, bằng độ lệch dự đoán, đúng giờ nên xếp trên bài nộp muộn."],
  [{}, {}, "Bằng nhau mọi điều: thứ tự do rút thăm bằng số công khai."],
  [{}, { correct: 13 }, "Đúng nhiều hơn 2 câu."],
  [{ predictionError: 0 }, {}, "Bằng số câu đúng, dự đoán lệch ít hơn 55."],
])("says which key decided: %j beside %j", (own, other, sentence) => {
  expect(why(own, other)).toBe(sentence)
})

test("follows the order that the definition gives", () => {
  const own = { predictionError: 67, receivedAt: "2024-11-05T19:42:07+07:00" }
  expect(why(own, {}, ["correct", "received", "prediction", "draw"])).toBe(
    "Bằng số câu đúng, nhận trước 1 giây.",
  )
})

test("never contradicts the ranking", () => {
  const lines = [14, 15].flatMap((correct) =>
    [40, 60].flatMap((prediction) =>
      [100, 200].flatMap((receivedAtSeconds) =>
        [false, true].map((late, index) => ({
          code: `${correct}${prediction}${receivedAtSeconds}${index}`,
          correct,
          prediction,
          receivedAtSeconds,
          late,
        })),
      ),
    ),
  )
  const lineOf = (entry: (typeof lines)[number]): Line => ({
    correct: entry.correct,
    predictionError: Math.abs(entry.prediction - 45),
    receivedAt: new Date(entry.receivedAtSeconds * 1000).toISOString(),
    late: entry.late,
  })
  for (const order of [rankingKeys, ["received", "prediction", "correct", "draw"]] as RankingKey[][]) {
    const ranked = rank(lines, { order, questions: 15, allCorrect: 45, draw: () => "0".repeat(64) })
    for (const [place, entry] of ranked.entries())
      for (const [otherPlace, other] of ranked.entries()) {
        const decided = decidingKey(lineOf(entry), lineOf(other), order)
        if (place !== otherPlace) expect(decided.isAhead).toBe(place < otherPlace)
      }
  }
})
