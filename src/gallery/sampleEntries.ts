import type { EntryView } from "../contract/entry.ts"
import type { Receipt } from "../contract/receipt.ts"
import type { Results } from "../contract/results.ts"
import { samplePaper } from "./samplePaper.ts"

const hash = "1".repeat(64)

/** A receipt as the service might have written it. */
export function sampleReceipt(round: number, change: Partial<Receipt> = {}): Receipt {
  return {
    code: `HS${round}-7K4D-91XQ-X`,
    contest: "gallery",
    round,
    division: "all",
    unit: "phuong-vy-da",
    receivedAt: "2024-11-05T12:42:08+07:00",
    late: false,
    prediction: 6000,
    entryHash: hash,
    signature: "",
    ...change,
  }
}

/** An entry with its result; `award`: name of the prize it won. */
export function sampleResult(round: number, award?: string): EntryView {
  return {
    receipt: sampleReceipt(round),
    result: {
      revision: 1,
      correct: award ? 15 : 14,
      questions: samplePaper(round).questions.map(({ id }, index) => ({
        id,
        chosen: index === 8 && !award ? "b" : "a",
        accepted: ["a"],
        credited: index !== 8 || award !== undefined,
        explanation: "Phản ánh gửi qua ứng dụng được chuyển thẳng đến đơn vị xử lý.",
      })),
      allCorrect: 5945,
      predictionError: 55,
      rank: award ? 3 : 6021,
      entrants: 25_980,
      ...(award && { award: { id: "nhi", name: award } }),
      lastAwarded: { correct: 15, predictionError: 55, receivedAt: "2024-11-04T07:12:40+07:00", late: false },
    },
  }
}

/** A round's published results. */
export function sampleResults(round: number): Results {
  const winner = (rank: number, name: string, unit: string) => ({
    rank,
    code: `HS${round}-${rank}K4D-91XQ-${4 - rank}`,
    name,
    unit,
    correct: 15,
    prediction: 5945 + rank,
    predictionError: rank,
    receivedAt: "2024-11-04T07:12:40+07:00",
    late: false,
  })
  return {
    contest: "gallery",
    round,
    division: "all",
    revision: 1,
    publishedAt: "2024-11-12T16:30:00+07:00",
    report: {
      entrants: 25_980,
      allCorrect: 5945,
      atLeast75: 11_228,
      from25To75: 7851,
      below25: 956,
      noneRight: 16,
    },
    awards: [
      { prize: "nhat", prizeName: "Giải Nhất", winner: winner(1, "Nguyễn Thị H***", "phuong-vy-da") },
      { prize: "nhi", prizeName: "Giải Nhì", winner: winner(2, "Tôn Nữ Quỳnh A***", "so-y-te") },
      { prize: "nhi", prizeName: "Giải Nhì", winner: winner(3, "Lê Văn Đ***", "bv-tw") },
      { prize: "ba", prizeName: "Giải Ba" },
    ],
    questions: samplePaper(round).questions.map(({ id }) => ({
      id,
      accepted: ["a"],
      explanation: "Phản ánh gửi qua ứng dụng được chuyển thẳng đến đơn vị xử lý.",
      source: "Trang giới thiệu Hue-S",
      asOf: "2024-10-28",
    })),
    excluded: [],
    refusedAttempts: 0,
    signature: "",
    reveal: { key: {}, nonce: hash, seed: hash, root: hash, count: 25_980 },
  }
}
