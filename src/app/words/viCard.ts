import { viFirst } from "./viFirst.ts"

/** Vietnamese words of the home card and the bar: those of the first script, and those about the citizen. */
export const viCard = {
  ...viFirst,
  round: (number: number) => `Tuần ${number}`,
  standings: "Bảng đơn vị",
  myEntries: "Bài của tôi",
  seeMyEntries: "Xem bài của tôi",
  unsentOf: (round: number) => `Bài tuần ${round} chưa gửi được`,
  resume: "Làm tiếp",
  resumeFrom: (step: number) => `Làm tiếp từ câu ${step}`,
  signIn: "Đăng nhập",
  signInAgain: "Đăng nhập lại",
  sendNow: "Gửi ngay",
  seeReceipt: "Xem biên nhận",
  seeCounted: "Xem bài được tính",
  openHost: "Mở Hue-S",
  askReview: "Gửi đề nghị xem lại",
  reportData: "Báo sai thông tin",
  more: "Xem thêm",
  spans: (round: number, of: number) => `Tuần ${round} trên ${of}`,
  offlineNow: "Đang mất mạng. Câu trả lời vẫn lưu trên máy này.",
  onlineAgain: "Đã có mạng trở lại.",
  receivedNews: (code: string) => `Đã nhận bài. Mã bài ${code}.`,
  signInFailed: "Chưa đăng nhập được. Bấm để thử lại.",
  offlineReady: {
    title: "Đang mất mạng",
    body: "Cứ làm bài. Câu trả lời lưu trên máy này. Có mạng lại thì bài mới gửi đi được.",
  },
  noIdentity: { title: "Cần đăng nhập để dự thi", body: "Bài thi tính theo tài khoản Hue-S hoặc VNeID." },
  signInFaults: {
    ASSURANCE_TOO_LOW: {
      title: "Tài khoản chưa đủ mức định danh",
      body: "Cần tài khoản định danh mức 2. Mức 2 làm ở cơ quan Công an; được cấp rồi thì đăng nhập lại.",
    },
    USER_DENIED: {
      title: "Chưa cho phép dùng tài khoản",
      body: "Cần biết tài khoản để mỗi người chỉ có một bài. Đăng nhập lại rồi chọn cho phép.",
    },
    USER_CANCELLED: {
      title: "Đăng nhập chưa xong",
      body: "Bài thi tính theo tài khoản Hue-S hoặc VNeID.",
    },
  },
  standalone: { title: "Mở Hue-S để dự thi", body: "Bài thi tính theo tài khoản Hue-S hoặc VNeID." },
  identityExpired: {
    title: "Phiên đăng nhập đã hết",
    body: "Bài làm vẫn còn trên máy này. Đăng nhập lại để gửi.",
  },
  notEligible: {
    title: "Tài khoản này không thuộc diện dự thi",
    rest: "Vẫn có thể ôn và làm thử.",
    reasons: {
      "account-kind": "Thể lệ, mục 2: loại tài khoản này không được dự thi.",
      assurance: "Thể lệ, mục 2: cần tài khoản định danh mức 2, làm ở cơ quan Công an.",
      age: "Thể lệ, mục 2: chưa đủ tuổi dự thi.",
      "person-missing": "Thể lệ, mục 2: tài khoản chưa gắn với một người cụ thể.",
      "unit-required": "Thể lệ, mục 2: cần thuộc một đơn vị trong danh sách.",
      "unit-unknown": "Đơn vị này không có trong danh sách của cuộc thi.",
      "division-unknown": "Bảng thi này không có trong cuộc thi.",
      "division-frozen": "Bảng thi và đơn vị đã chọn từ tuần đầu, giữ nguyên cả cuộc thi.",
      excluded: "Thể lệ, mục 2: người trong Ban Tổ chức, ban giám khảo, tổ kỹ thuật không dự thi.",
    },
  },
  inProgress: {
    title: "Bài đang làm dở",
    body: (answered: number, of: number) => `Đã trả lời ${answered} trên ${of} câu.`,
  },
  alreadyEntered: {
    title: "Tuần này đã dự thi",
    code: (code: string) => `Mã bài ${code}`,
    at: (when: string) => `Nhận lúc ${when}`,
  },
  sending: { title: "Đang gửi bài", body: "Bấm lại cũng không bị nộp hai lần." },
  queued: {
    title: "Bài chưa gửi được, đang chờ mạng",
    kept: "Bài đã lưu trên máy này nhưng ",
    notThere: "chưa tới",
    onceOnline: " Ban Tổ chức. Có mạng, mở lại ứng dụng để gửi.",
    onPage: "Máy này không cho lưu bài. Bài ",
    stayOpen: " Ban Tổ chức. Giữ trang này mở đến khi hiện “Đã nhận bài”.",
    deadline: (when: string) => `Hạn: ${when}.`,
  },
  refusedLate: { title: "Bài đến sau giờ đóng", body: "Bài được giữ làm căn cứ, không xét giải." },
  refused: { title: "Bài không được nhận", body: "Bài vẫn được giữ trên máy này." },
  superseded: {
    title: "Đã có bài khác của tài khoản này",
    counted: (when: string) => `Bài nhận lúc ${when} được tính. Bài trên máy này không được tính.`,
    body: "Bài trên máy này không được tính.",
  },
  resultsPublished: {
    ...viFirst.resultsPublished,
    allCorrect: (count: string, questions: number) => `${count} người đúng cả ${questions} câu.`,
    own: (correct: number, prediction: string, error: string) =>
      `Bài này đúng ${correct} câu; dự đoán ${prediction}, lệch ${error}.`,
  },
  resultsRevised: {
    title: (round: number) => `Kết quả tuần ${round} đã điều chỉnh`,
    body: "Đáp án hoặc danh sách bài được tính đã thay đổi.",
    see: "Xem thay đổi",
  },
  unavailable: { title: "Tạm ngừng nhận bài", body: "Bài đang làm vẫn còn." },
}

export type CardWords = typeof viCard
