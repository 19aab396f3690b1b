/** Vietnamese words of why an entry stands where it stands. `enWhy.ts` has the same keys. */
export const viWhy = {
  title: "Vì sao xếp như vậy",
  thisEntry: "Bài này",
  lastAwarded: "Bài cuối cùng có giải",
  isLast: "Đây là bài cuối cùng có giải.",
  noAwards: "Tuần này không bài nào đạt giải.",
  /** Tied keys come before the reason: "Bằng số câu đúng, dự đoán lệch nhiều hơn 12." */
  equal: {
    correct: "bằng số câu đúng",
    prediction: "bằng độ lệch dự đoán",
    received: "cùng giờ nhận",
  },
  behind: {
    correct: (by: number) => `đúng ít hơn ${by} câu`,
    prediction: (by: string) => `dự đoán lệch nhiều hơn ${by}`,
    received: (span: string) => `nhận sau ${span}`,
    onTime: "nộp muộn nên xếp sau bài đúng giờ",
  },
  ahead: {
    correct: (by: number) => `đúng nhiều hơn ${by} câu`,
    prediction: (by: string) => `dự đoán lệch ít hơn ${by}`,
    received: (span: string) => `nhận trước ${span}`,
    onTime: "đúng giờ nên xếp trên bài nộp muộn",
  },
  draw: "Bằng nhau mọi điều: thứ tự do rút thăm bằng số công khai.",
  units: {
    day: (count: number) => `${count} ngày`,
    hour: (count: number) => `${count} giờ`,
    minute: (count: number) => `${count} phút`,
    second: (count: number) => `${count} giây`,
  },
  oneAward: "Không nhận thêm giải vì mỗi người nhận nhiều nhất một giải cá nhân (Thể lệ, mục 6).",
  truth: (count: string, questions: number) =>
    `Số thật để so dự đoán: ${count} người đúng cả ${questions} câu.`,
  note: "Xếp theo thứ tự ghi trong Thể lệ, mục 5.",
}

export type WhyWords = typeof viWhy
