import { viCard } from "./viCard.ts"

/** Vietnamese words of the screens on the way from the entrant to the sealed entry. `enEntering.ts` has the same keys. */
export const viEntering = {
  card: viCard,
  goOn: "Tiếp tục",
  later: "Để sau",
  edit: "Sửa",
  home: "Về trang chính",
  cancel: "Chưa nộp, quay lại",
  notKept: "Máy này không cho lưu. Câu trả lời sẽ mất khi đóng trang: nên làm và nộp một lượt.",
  saved: "Câu trả lời tự lưu trên máy này.",
  entrant: {
    title: "Thông tin dự thi",
    name: "Họ tên",
    nameFrom: "Theo tài khoản đang đăng nhập. Nếu sai, sửa trong ứng dụng Hue-S.",
    noName: "Tài khoản không cho biết họ tên",
    unit: "Đơn vị",
    unitFrom: "Theo tài khoản đang đăng nhập.",
    unitFrozen: "Đã chọn ở tuần trước, giữ nguyên cả cuộc thi.",
    unitHint: "Gõ vài chữ để tìm, có dấu hay không dấu đều được. Đơn vị giữ nguyên cả cuộc thi.",
    unitNone: "Không thuộc đơn vị nào trong danh sách",
    unitNoMatch: "Không có đơn vị nào khớp. Thử gõ ít chữ hơn.",
    unitFound: (count: number) => `Có ${count} đơn vị khớp.`,
    unitChange: "Chọn đơn vị khác",
    unitMissing: "Chọn đơn vị, hoặc chọn “Không thuộc đơn vị nào trong danh sách”.",
    unitRequired: "Chọn đơn vị trong danh sách.",
    division: "Bảng thi",
    divisionMissing: "Chọn bảng thi.",
    consentTitle: "Đồng ý sử dụng thông tin",
    consentWhat: "Dùng gì: họ tên, đơn vị, mã tài khoản (không phải số căn cước, không số điện thoại).",
    consentWhy:
      "Để làm gì: mỗi người một lượt, xếp hạng và trao giải. Tên người đạt giải công bố có che bớt.",
    consentHow: (days: number) =>
      `Giữ bao lâu: họ tên đến hết thời hạn phản ánh, ${days} ngày sau khi có kết quả cuối cùng; bài và đơn vị giữ lại, không kèm tên. Có thể yêu cầu Ban Tổ chức xóa sớm hơn.`,
    consent: "Đồng ý cho Ban Tổ chức dùng các thông tin trên cho cuộc thi này",
    consentMissing: "Đánh dấu đồng ý để vào làm bài.",
    go: "Vào làm bài",
    opening: "Đang tải câu hỏi",
  },
  question: {
    progress: (step: number, of: number) => `Câu ${step} trên ${of}`,
    list: "Xem cả bài",
    missing: "Chọn một đáp án, hoặc bấm “Để sau”.",
  },
  prediction: {
    title: (questions: number) => `Bao nhiêu người sẽ trả lời đúng cả ${questions} câu?`,
    step: "Câu dự đoán",
    hint: "Gõ một số, ví dụ 1250. Không có đáp án sẵn: số gần nhất được xếp trên.",
    label: "Số người dự đoán",
    last: (round: number, count: string) => `Tuần ${round} có ${count} người.`,
    echo: (number: string) => `${number} người`,
    /** Comes by itself: the field can be filled in without it. */
    inWords: async (): Promise<(number: number) => string> =>
      (await import("../format/numberInWords.ts")).numberInWords,
    empty: "Gõ một số.",
    notWhole: "Chỉ gõ số nguyên từ 0 trở lên, ví dụ 1250.",
    tooLarge: (max: string) => `Số lớn nhất được nhận là ${max}.`,
  },
  review: {
    title: "Xem lại bài",
    intro: "Sửa được đến khi nộp.",
    missing: (count: number) => `Còn ${count} chỗ chưa trả lời`,
    questionMissing: (step: number) => `Câu ${step} chưa trả lời`,
    predictionMissing: "Chưa có dự đoán",
    none: "Chưa trả lời",
    question: (step: number) => `Câu ${step}`,
    editQuestion: (step: number) => `Sửa câu ${step}`,
    editPrediction: "Sửa dự đoán",
    prediction: "Dự đoán",
    goOn: "Tiếp tục để nộp",
  },
  confirm: {
    title: "Nộp bài?",
    body: "Nộp rồi thì không sửa được và không làm lại được trong tuần này.",
    prediction: (count: string) => `Dự đoán: ${count} người.`,
    submit: "Nộp bài",
    sealing: "Đang lưu bài",
    notStored: "Chưa lưu được bài trên máy này nên chưa gửi. Đóng bớt ứng dụng khác rồi bấm nộp lại.",
  },
  entry: {
    stayOpen: "Máy này không cho lưu bài. Giữ trang này mở đến khi hiện “Đã nhận bài”.",
    none: "Chưa có bài của tuần này",
    noneBody: "Tuần này chưa nộp bài nào bằng tài khoản này.",
  },
}

export type EnteringWords = typeof viEntering
