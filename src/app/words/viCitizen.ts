/**
 * Vietnamese words of the home card about the citizen: what is under way, how it ended, and the ways to it; and what other
 * screens add once these are there, such as why.
 */
export const wording = {
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
  refusedLate: "Bài được giữ làm căn cứ, không xét giải.",
  supersededBy: (when: string) => `Bài nhận lúc ${when} được tính. Bài trên máy này không được tính.`,
  notEligible: {
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
    title: "Tài khoản này không thuộc diện dự thi",
    rest: "Vẫn có thể ôn và làm thử.",
  },
  results: {
    allCorrect: (count: string, questions: number) => `${count} người đúng cả ${questions} câu.`,
    own: (correct: number, prediction: string, error: string) =>
      `Bài này đúng ${correct} câu; dự đoán ${prediction}, lệch ${error}.`,
  },
}

export type CitizenWords = typeof wording
