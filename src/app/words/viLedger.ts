/** Vietnamese words of looking an entry up in the public ledger. `enLedger.ts` has the same keys. */
export const viLedger = {
  title: "Tìm bài trong sổ công khai",
  intro:
    "Sổ công khai ghi mọi bài đã nhận, không ghi tên. Gõ mã bài: máy này tự tính xem dòng của bài có nằm trong sổ đã công bố không.",
  label: "Mã bài",
  hint: "Ghi trên biên nhận. Gõ thường, gõ liền hay nhầm O với 0 đều được.",
  find: "Tìm và kiểm tra",
  looking: "Đang tìm và tính",
  noCode: "Không phải mã bài: thiếu hoặc sai ký tự. Mã có dạng HS1‑7K4D‑91XQ‑X.",
  otherContest: "Mã này không phải của cuộc thi này.",
  unreachable: "Chưa hỏi được máy chủ. Kiểm tra mạng rồi thử lại.",
  unpublished: (round: number) => `Sổ tuần ${round} chưa công bố. Sổ ra cùng lúc với kết quả.`,
  unknown: (code: string, round: number) => `Sổ tuần ${round} không có mã ${code}`,
  unknownOther: "Xem lại mã trên biên nhận. Nếu mã đúng mà sổ không có, gửi phản ánh kèm mã này.",
  unknownOwn:
    "Máy này có biên nhận của mã này mà sổ không có: đó là sai sót của Ban Tổ chức hoặc máy chủ. Gửi phản ánh kèm mã bài; biên nhận là bằng chứng.",
  agrees: "Khớp",
  disagrees: "Không khớp",
  uncheckedTitle: "Chưa kiểm tra được trên máy này",
  unchecked: "Trang này không được phép tính mã băm. Mở bằng địa chỉ https rồi thử lại.",
  checks: {
    root: {
      good: (place: string, of: string) =>
        `Dòng này nằm trong sổ đã công bố: dòng ${place} trên ${of}, tính ra đúng con số gốc.`,
      bad: "Dòng này tính ra con số gốc khác với con số đã công bố cùng kết quả: dòng đã bị sửa, hoặc sổ không phải sổ đã công bố.",
    },
    receipt: {
      good: "Dòng này đúng với biên nhận: câu trả lời, dự đoán, giờ nhận.",
      bad: "Dòng này không đúng với biên nhận trên máy này: câu trả lời, dự đoán hoặc giờ nhận đã khác.",
    },
    answers: {
      good: "Câu trả lời trong sổ đúng như bài đã nộp từ máy này.",
      bad: "Câu trả lời trong sổ khác bài đã nộp từ máy này.",
    },
  },
  notOwn: "Biên nhận của mã này không ở trên máy này nên chưa so với biên nhận được.",
  whatToDo: (code: string) =>
    `Gửi phản ánh cho Ban Tổ chức, nêu mã ${code} và điều không khớp ở trên. Giữ biên nhận làm bằng chứng.`,
  row: "Dòng trong sổ",
  code: "Mã bài",
  round: "Tuần thi",
  division: "Bảng thi",
  at: "Giờ máy chủ nhận",
  late: "nộp muộn",
  prediction: "Dự đoán",
  answers: "Câu trả lời",
  question: (step: number, option: string) => `Câu ${step}: ${option}`,
  numbers: "Con số để tự tính lại",
  leaf: "Mã băm của dòng (SHA-256)",
  path: (steps: number) => `Đường từ dòng tới gốc: ${steps} bước`,
  root: "Con số gốc đã công bố",
  whole: "Tính lại cả sổ",
  wholeBody:
    "Ai cũng tải được sổ và tính lại toàn bộ điểm, hạng, giải. Trên máy tính đã có phần mềm này, chạy một lệnh:",
  download: (round: number) => `Tải toàn bộ sổ tuần ${round} (NDJSON)`,
}

export type LedgerWords = typeof viLedger
