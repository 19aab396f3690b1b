/** Vietnamese words of the first script: what the home card can say before anybody knows who is there. */
export const viFirst = {
  weekdays: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
  appName: "Hội thi Hue-S",
  back: "Quay lại",
  home: "Trang chính",
  help: "Trợ giúp",
  rules: "Thể lệ",
  readRules: "Xem thể lệ",
  documents: "Tài liệu ôn",
  studyDocuments: "Ôn tài liệu",
  studyFor: (round: number) => `Ôn cho tuần ${round}`,
  practice: "Làm thử",
  resultsOf: (round: number) => `Kết quả tuần ${round}`,
  retry: "Thử lại",
  start: "Bắt đầu làm bài",
  entrants: (count: string) => `${count} người đã dự thi tuần này.`,
  deadline: (when: string) => `Hạn nộp: ${when}.`,
  opensAt: (when: string) => `Mở lúc ${when}.`,
  newVersion: "Có bản mới – tải lại",
  loading: { title: "Đang mở cuộc thi", slow: "Mạng đang chậm, xin chờ thêm." },
  loadFailed: {
    title: "Chưa tải được câu hỏi",
    body: "Kiểm tra mạng rồi thử lại. Lượt thi vẫn còn nguyên.",
  },
  offlineEmpty: {
    title: "Cần có mạng để tải câu hỏi",
    body: "Đã tải rồi thì làm được cả khi mất mạng.",
  },
  upcoming: { title: (round: number) => `Tuần ${round} chưa mở` },
  open: {
    title: (round: number) => `Tuần ${round} đang mở`,
    body: (questions: number) =>
      `${questions} câu hỏi và 1 câu dự đoán, khoảng 10 phút. Mỗi người một lượt. Nghỉ giữa chừng được.`,
  },
  closingSoon: {
    title: (hours: number, minutes: number) =>
      `Còn ${hours > 0 ? `${hours} giờ ` : ""}${hours > 0 && minutes === 0 ? "" : `${minutes} phút`}`.trim(),
    body: "Nộp sớm để phòng mạng chậm.",
  },
  closed: {
    title: (round: number) => `Tuần ${round} đã đóng`,
    next: (round: number, when: string) => `Tuần ${round} mở lúc ${when}.`,
  },
  resultsPending: {
    title: "Đang đối chiếu kết quả",
    due: (when: string) => `Dự kiến công bố trước ${when}.`,
    body: "Kết quả được công bố sau khi đối chiếu xong.",
  },
  resultsPublished: {
    title: (round: number) => `Đã có kết quả tuần ${round}`,
    see: "Xem kết quả",
  },
}

export type FirstWords = typeof viFirst
