/** Vietnamese words of the home card about the citizen: what is under way, how it ended, and the ways to it. */
export const viCitizen = {
  standings: "Bảng đơn vị",
  myEntries: "Bài của tôi",
  seeMyEntries: "Xem bài của tôi",
  unsentOf: (round: number) => `Bài tuần ${round} chưa gửi được`,
  resume: "Làm tiếp",
  resumeFrom: (step: number) => `Làm tiếp từ câu ${step}`,
  signIn: "Đăng nhập",
  openHost: "Mở Hue-S",
  reportData: "Báo sai thông tin",
  offlineReady: {
    title: "Đang mất mạng",
    body: "Cứ làm bài. Câu trả lời lưu trên máy này. Có mạng lại thì bài mới gửi đi được.",
  },
  standalone: { title: "Mở Hue-S để dự thi", body: "Bài thi tính theo tài khoản Hue-S hoặc VNeID." },
  inProgress: {
    title: "Bài đang làm dở",
    body: (answered: number, of: number) => `Đã trả lời ${answered} trên ${of} câu.`,
  },
  resultsRevised: {
    title: (round: number) => `Kết quả tuần ${round} đã điều chỉnh`,
    body: "Đáp án hoặc danh sách bài được tính đã thay đổi.",
    see: "Xem thay đổi",
  },
  notEligible: {
    title: "Tài khoản này không thuộc diện dự thi",
    rest: "Vẫn có thể ôn và làm thử.",
  },
  results: {
    allCorrect: (count: string, questions: number) => `${count} người đúng cả ${questions} câu.`,
    own: (correct: number, prediction: string, error: string) =>
      `Bài này đúng ${correct} câu; dự đoán ${prediction}, lệch ${error}.`,
  },
}

export type CitizenWords = typeof viCitizen
