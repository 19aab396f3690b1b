import type { Practice } from "../contract/practice.ts"

// About the app itself, as in samplePaper.ts.
/** Three practice questions; the first one accepts two answers. */
export const samplePractice: Practice["questions"] = [
  {
    id: "p1",
    text: "Tài khoản nào dùng được để dự thi?",
    options: [
      { id: "a", text: "Tài khoản Hue-S" },
      { id: "b", text: "Tài khoản VNeID" },
      { id: "c", text: "Tài khoản mạng xã hội" },
      { id: "d", text: "Không cần tài khoản, chỉ cần số điện thoại còn dùng được" },
    ],
    accepted: ["a", "b"],
    explanation: "Bài thi tính theo tài khoản Hue-S hoặc VNeID, mỗi người một lượt mỗi tuần.",
    source: "Thể lệ, mục 2",
    asOf: "2024-10-28",
  },
  {
    id: "p2",
    text: "Khi nào thì bài thi đã tới Ban Tổ chức?",
    options: [
      { id: "a", text: "Khi bấm “Nộp bài”" },
      { id: "b", text: "Khi hiện mã bài và giờ máy chủ nhận" },
      { id: "c", text: "Khi trả lời xong câu 15" },
      { id: "d", text: "Khi điện thoại có mạng trở lại" },
    ],
    accepted: ["b"],
    explanation: "Chỉ có mã bài mới là bằng chứng: trước đó bài còn nằm trên máy.",
    source: "Thể lệ, mục 4",
    asOf: "2024-10-28",
  },
  {
    id: "p3",
    text: "Giờ nào được dùng để xếp hạng?",
    options: [
      { id: "a", text: "Giờ trên điện thoại" },
      { id: "b", text: "Giờ bắt đầu làm bài" },
      { id: "c", text: "Giờ máy chủ nhận bài" },
    ],
    accepted: ["c"],
    explanation: "Giờ máy chủ là giờ chung của mọi người, tính đến giây.",
    source: "Thể lệ, mục 4",
    asOf: "2024-10-28",
  },
]
