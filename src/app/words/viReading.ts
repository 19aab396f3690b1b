import { viStandings } from "../standings/viStandings.ts"
import { viCard } from "./viCard.ts"
import { wording as viCitizen } from "./viCitizen.ts"
import { viComplaint } from "./viComplaint.ts"
import { viHelp } from "./viHelp.ts"
import { viLedger } from "./viLedger.ts"
import { viPractice } from "./viPractice.ts"
import { viRevisions } from "./viRevisions.ts"
import { viRules } from "./viRules.ts"
import { viWhy } from "./viWhy.ts"

/** Vietnamese words of the screens beside the way of an entry. `enReading.ts` has the same keys. */
export const wording = {
  card: viCard,
  citizen: viCitizen,
  rules: viRules,
  ledger: viLedger,
  revisions: viRevisions,
  why: viWhy,
  standings: viStandings,
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
    resultUnknown: "Chưa tải được kết quả của bài này.",
    correct: (correct: number, of: number) => `Đúng ${correct} trên ${of} câu`,
    see: (round: number) => `Xem bài tuần ${round}`,
  },
  results: {
    title: (round: number) => `Kết quả tuần ${round}`,
    own: "Bài này",
    rank: (rank: string, of: string) => `Hạng ${rank} trên ${of}`,
    award: (name: string) => `Đạt ${name}`,
    notOwn: "Không có bài của tài khoản này trong tuần.",
    late: "nộp muộn",
    line: (correct: number, of: number, error: string, time: string) =>
      `${correct}/${of} · lệch ${error} · ${time}`,
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
    revised: (number: number) => `Kết quả đã điều chỉnh ${number} lần.`,
    seeRevisions: "Xem thay đổi",
    standings: "Bảng đơn vị",
    ledger: "Tìm bài trong sổ công khai",
    division: "Bảng thi",
    excluded: "Bài này không được tính.",
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
    acceptedAny: (count: number) => `Đáp án, một trong ${count}`,
    amended: (before: string) => `Đã điều chỉnh sau khi công bố. Đáp án lúc đầu: ${before}.`,
    noPaper: "Chưa tải được câu hỏi nên chưa hiện đáp án. Kiểm tra mạng rồi thử lại.",
    source: "Nguồn",
    asOf: (day: string) => `đúng vào ngày ${day}`,
  },
  units: {
    league: "Nhóm đơn vị",
    ownRanked: (name: string, rank: string, of: string, points: string) =>
      `${name}: hạng ${rank} trên ${of}, ${points} điểm.`,
    ownUnranked: (name: string) => `${name}: chưa được xếp hạng, lý do ghi ở cuối bảng.`,
    notYet: "Chưa có tuần nào công bố kết quả. Bảng đơn vị ra cùng kết quả tuần đầu tiên.",
    none: "Cuộc thi này không có giải tập thể.",
  },
  winners: {
    title: (round: number) => `Người đạt giải tuần ${round}`,
    note: "Tên được che bớt. Đối chiếu bằng mã bài.",
    search: "Tìm người đạt giải",
    searchHint: "Gõ vài chữ của tên, đơn vị hay mã bài. Không cần gõ dấu.",
    found: (count: number) => `Có ${count} người khớp.`,
    notFound: "Không có ai khớp. Thử gõ ít chữ hơn, hoặc chỉ gõ mã bài.",
    own: "Bài này",
    vacant: (count: number) => `${count} giải không có người đạt`,
    safety: "Nhận giải không mất tiền. Ban Tổ chức không hỏi mật khẩu, mã OTP, số thẻ.",
    prediction: (count: string) => `dự đoán ${count}`,
  },
  help: viHelp,
}

export type ReadingWords = typeof wording
