import { viCard } from "./viCard.ts"
import { viComplaint } from "./viComplaint.ts"
import { viHelp } from "./viHelp.ts"
import { viPractice } from "./viPractice.ts"
import { viRules } from "./viRules.ts"

/** Vietnamese words of the screens beside the way of an entry. `enReading.ts` has the same keys. */
export const viReading = {
  card: viCard,
  rules: viRules,
  practice: viPractice,
  complaint: viComplaint,
  documents: {
    title: "Tài liệu ôn",
    intro: "Câu hỏi lấy từ các tài liệu này.",
    none: "Ban Tổ chức chưa nêu tài liệu.",
    number: (number: string) => `Số ${number}`,
    dated: (day: string) => `ngày ${day}`,
    open: "Mở tài liệu",
    needsNetwork: "cần có mạng",
    answers: "Đáp án các tuần đã qua",
    answersIntro: "Mở lần đầu cần có mạng; sau đó đọc lại được đến khi đóng ứng dụng.",
  },
  mine: {
    title: "Bài của tôi",
    none: "Chưa có bài nào bằng tài khoản này.",
    signIn: "Đăng nhập để xem bài đã nộp.",
    unknown: "Chưa hỏi được máy chủ. Dưới đây là những gì lưu trên máy này.",
    draft: "Đang làm dở",
    notEntered: "Chưa dự thi",
    states: {
      received: "Đã nhận bài",
      superseded: "Đã có bài khác được tính",
      sending: "Đang gửi",
      queued: "Chưa gửi được",
      "needs-ticket": "Cần đăng nhập lại để gửi",
      "refused-late": "Đến sau giờ đóng",
      refused: "Không được nhận",
    },
    code: "Mã bài",
    correct: (correct: number, of: number) => `Đúng ${correct} trên ${of} câu`,
    see: (round: number) => `Xem bài tuần ${round}`,
  },
  results: {
    title: (round: number) => `Kết quả tuần ${round}`,
    own: "Bài này",
    rank: (rank: string, of: string) => `Hạng ${rank} trên ${of}`,
    award: (name: string) => `Đạt ${name}`,
    notOwn: "Không có bài của tài khoản này trong tuần.",
    why: "Vì sao xếp như vậy",
    thisEntry: "Bài này",
    lastAwarded: "Bài cuối cùng có giải",
    late: "nộp muộn",
    line: (correct: number, of: number, error: string, time: string) =>
      `${correct}/${of} · lệch ${error} · ${time}`,
    whyNote: "Xếp theo thứ tự ghi trong Thể lệ, mục 5.",
    report: "Cả cuộc thi tuần này",
    entrants: "Người dự thi",
    allCorrect: (of: number) => `Đúng cả ${of} câu`,
    atLeast75: "Đúng từ 75 %",
    from25To75: "Đúng từ 25 đến dưới 75 %",
    below25: "Đúng dưới 25 %",
    noneRight: "trong đó không đúng câu nào",
    answers: "Đáp án và giải thích",
    winners: "Người đạt giải",
    published: (when: string) => `Công bố lúc ${when}.`,
    revision: (number: number) => `Bản điều chỉnh lần ${number}.`,
    pending: "Kết quả chưa công bố.",
    failed: "Chưa tải được kết quả",
  },
  answers: {
    title: (round: number) => `Đáp án tuần ${round}`,
    question: (step: number) => `Câu ${step}`,
    right: "Đúng",
    wrong: "Chưa đúng",
    void: "Câu này được hủy: ai cũng được tính đúng.",
    chosen: "Đã chọn",
    accepted: "Đáp án",
    source: "Nguồn",
    asOf: (day: string) => `đúng vào ngày ${day}`,
  },
  winners: {
    title: (round: number) => `Người đạt giải tuần ${round}`,
    note: "Tên được che bớt. Đối chiếu bằng mã bài.",
    none: "Không có người đạt",
    safety: "Nhận giải không mất tiền. Ban Tổ chức không hỏi mật khẩu, mã OTP, số thẻ.",
    prediction: (count: string) => `dự đoán ${count}`,
  },
  help: viHelp,
}

export type ReadingWords = typeof viReading
