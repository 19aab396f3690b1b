import { durationParts } from "../format/duration.ts"
import type { Format } from "../format/format.ts"
import type { WhyWords } from "../words/viWhy.ts"
import type { Deciding } from "./decidingKey.ts"

/** Which key decided, in a sentence: "Bằng số câu đúng, dự đoán lệch nhiều hơn 12." */
export function whySentence({ key, tied, isAhead, by }: Deciding, words: WhyWords, format: Format): string {
  if (key === "draw") return words.draw
  const side = isAhead ? words.ahead : words.behind
  const reason =
    key === "correct"
      ? side.correct(by)
      : key === "prediction"
        ? side.prediction(format.number(by))
        : by === 0
          ? side.onTime
          : side.received(duration(by, words))
  // The draw is never equal, and never stands before another key.
  const equal = tied.flatMap((other) => (other === "draw" ? [] : words.equal[other]))
  const sentence = [...equal, reason].join(", ")
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function duration(seconds: number, words: WhyWords): string {
  return durationParts(seconds)
    .map(({ unit, count }) => words.units[unit](count))
    .join(" ")
}
