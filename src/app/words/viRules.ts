/** Vietnamese words of the rules screen, which is generated from the contest's definition. */
export const viRules = {
  title: "Thể lệ",
  intro: "Soạn tự động từ cấu hình mà máy chủ dùng để nhận bài và xếp hạng.",
  version: (version: string) => `Bản thể lệ: ${version}.`,
  time: {
    heading: "1. Thời gian",
    round: (round: number, from: string, to: string) => `Tuần ${round}: từ ${from} đến ${to}.`,
    grace: (minutes: number) =>
      `Bài làm trong giờ nhưng tới muộn vì mạng được nhận thêm ${minutes} phút sau giờ đóng, và xếp sau các bài đúng giờ.`,
    noGrace: "Bài tới sau giờ đóng không được xét.",
  },
  who: {
    heading: "2. Đối tượng",
    accounts: (names: string) => `Người có tài khoản ${names}.`,
    "hue-s": "Hue-S",
    vneid: "VNeID",
    or: " hoặc ",
    minAge: (years: number) => `Từ đủ ${years} tuổi.`,
    minAssurance: (level: number) => `Tài khoản định danh mức ${level} trở lên.`,
    unitRequired: "Phải thuộc một đơn vị trong danh sách.",
    unitFree: "Người không thuộc đơn vị nào vẫn được dự thi.",
    person: "Mỗi người một lượt mỗi tuần, dù có nhiều tài khoản.",
    account: "Mỗi tài khoản một lượt mỗi tuần.",
    excluded: "Thành viên Ban Tổ chức, ban giám khảo và tổ kỹ thuật không dự thi.",
    divisions: (names: string) => `Các bảng thi: ${names}.`,
  },
  paper: {
    heading: "3. Bài thi",
    questions: (count: number) =>
      `${count} câu trắc nghiệm, mỗi câu chọn một đáp án, và một câu dự đoán số người đúng cả ${count} câu.`,
    same: "Mọi người trong cùng bảng thi làm cùng một đề.",
    shuffled: "Thứ tự đáp án trên mỗi máy khác nhau.",
    noTimer: "Không tính giờ làm bài. Nghỉ giữa chừng được, miễn nộp trước giờ đóng.",
  },
  sending: {
    heading: "4. Nộp bài",
    once: "Nộp rồi thì không sửa, không rút lại được.",
    receipt: "Bài đã nhận có biên nhận ghi mã bài và giờ máy chủ nhận.",
    clock: "Giờ nhận là giờ máy chủ, tính đến giây.",
  },
  ranking: {
    heading: "5. Xếp hạng: so lần lượt, bằng nhau mới xét điều sau",
    correct: "Số câu đúng: nhiều hơn xếp trên.",
    prediction: "Dự đoán: gần số người đúng hết hơn xếp trên.",
    received: "Giờ nhận bài: sớm hơn xếp trên.",
    draw: "Rút thăm bằng số công khai, không ai chọn trước được.",
  },
  awards: {
    heading: "6. Giải thưởng",
    prize: (name: string, count: number) => `${name}: ${count} giải mỗi tuần`,
    allCorrect: "chỉ trao cho bài đúng tất cả",
    once: "Mỗi người nhận nhiều nhất một giải cá nhân trong cả cuộc thi.",
    many: "Một người có thể đạt giải ở nhiều tuần.",
    collective: (count: number) => `Giải tập thể: ${count} đơn vị.`,
  },
  standings: {
    heading: "7. Bảng đơn vị",
    formula: (participation: string, quality: string) =>
      `Điểm = ${participation} tỷ lệ người dự thi + ${quality} chất lượng bài.`,
    least: (count: number) => `Đơn vị có dưới ${count} người dự thi được liệt kê nhưng không xếp hạng.`,
  },
  proof: {
    seventh: "7. Khách quan",
    eighth: "8. Khách quan",
    text: "Trước khi mở tuần thi, mã băm của đáp án được công bố. Sau khi có kết quả, danh sách bài (không tên) được công bố để ai cũng tính lại được.",
  },
  fromOrganiser: "Quy định thêm của Ban Tổ chức",
}
