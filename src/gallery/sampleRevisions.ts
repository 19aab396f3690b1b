import type { Revision } from "../contract/results.ts"
import { sampleReceipt } from "./sampleEntries.ts"

/** Two changes to a round: a further accepted answer, by which the gallery's citizen gains a prize, and an exclusion. */
export function sampleRevisions(round: number): Revision[] {
  const shared = { division: "all", at: "2024-11-14T09:30:00+07:00" }
  return [
    {
      ...shared,
      revision: 2,
      at: "2024-11-13T15:00:00+07:00",
      change: { kind: "exclusion", code: `HS${round}-2K4D-91XQ-2` },
      reason: "Thành viên tổ kỹ thuật, theo Thể lệ mục 2 không dự thi.",
      allCorrect: { before: 5946, after: 5945 },
      ranksMoved: 25_978,
      prizesMoved: [
        { code: `HS${round}-2K4D-91XQ-2`, before: { rank: 2, prize: "nhi" }, after: null },
        {
          code: `HS${round}-3K4D-91XQ-1`,
          before: { rank: 5, prize: "ba" },
          after: { rank: 4, prize: "nhi" },
        },
      ],
    },
    {
      ...shared,
      revision: 3,
      change: { kind: "key", question: "q9", before: ["a"], after: ["a", "b"] },
      reason: "Nghị quyết nêu cả hai cách gọi; người ra đề xác nhận đáp án thứ hai cũng đúng.",
      allCorrect: { before: 5945, after: 6012 },
      ranksMoved: 19_204,
      prizesMoved: [
        {
          code: sampleReceipt(round).code,
          before: { rank: 6021, prize: null },
          after: { rank: 13, prize: "khuyen-khich" },
        },
        {
          code: `HS${round}-1K4D-91XQ-3`,
          before: { rank: 13, prize: "khuyen-khich" },
          after: { rank: 14, prize: null },
        },
      ],
    },
  ]
}
