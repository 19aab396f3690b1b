import type { Paper } from "../contract/paper.ts"

const hash = "0".repeat(64)

// Made up for the gallery and about the app itself: no question of any contest is in here.
const topics = [
  "Nền tảng số nào của Huế cho phép người dân gửi phản ánh hiện trường ngay trên điện thoại?",
  "Khi gửi phản ánh hiện trường, nên kèm theo điều gì để cơ quan chức năng xử lý nhanh và đúng nơi?",
  "Tài khoản nào sau đây dùng được để đăng nhập?",
]
const options = [
  ["a", "Ứng dụng Hue-S"],
  ["b", "Bảng tin ở tổ dân phố, cập nhật vào cuối mỗi tháng"],
  ["c", "Ảnh chụp, vị trí và mô tả ngắn gọn sự việc, kèm thời điểm ghi nhận"],
  ["d", "Không cần gì"],
] as const

/** Fifteen questions of believable length for round `round`. */
export function samplePaper(round: number): Paper {
  return {
    round,
    division: "all",
    paperHash: hash,
    questions: Array.from({ length: 15 }, (_, index) => ({
      id: `q${index + 1}`,
      text: topics[index % topics.length] ?? "",
      options: options.map(([id, text]) => ({ id, text })),
    })),
  }
}
