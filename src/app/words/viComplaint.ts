/** Vietnamese words of complaints. `enComplaint.ts` has the same keys. */
export const viComplaint = {
  title: "Phản ánh",
  intro:
    "Về hội thi này: kết quả, bài đến muộn, câu hỏi, thông tin cá nhân. Việc khác của thành phố thì dùng Phản ánh hiện trường trong Hue-S.",
  signIn: "Phản ánh gửi kèm tài khoản, để Ban Tổ chức biết trả lời ai. Cần đăng nhập trước.",
  standalone: "Phản ánh gửi kèm tài khoản, nên cần mở hội thi trong Hue-S. Cũng có thể liên hệ Ban Tổ chức.",
  kind: "Phản ánh về việc gì",
  kinds: {
    result: "Kết quả, xếp hạng, giải thưởng",
    "late-entry": "Bài đến muộn hoặc không được nhận, đề nghị xem lại",
    question: "Câu hỏi hoặc đáp án có chỗ sai",
    "personal-data": "Thông tin cá nhân sai, hoặc muốn xóa",
    other: "Việc khác",
  },
  round: "Tuần thi",
  roundIfAny: "Tuần thi (nếu có)",
  text: "Nội dung",
  textHint:
    "Việc gì, khi nào, muốn được giải quyết thế nào. Có mã bài thì ghi mã bài. Không ghi số căn cước, mật khẩu.",
  left: (count: string) => `Còn viết được ${count} ký tự.`,
  over: (count: string) => `Dài quá ${count} ký tự.`,
  kept: "Phần viết tự lưu trên máy này đến khi gửi xong.",
  notKept: "Máy này không cho lưu. Phần viết sẽ mất khi đóng trang.",
  send: "Gửi phản ánh",
  sending: "Đang gửi phản ánh",
  errorTitle: "Cần xem lại",
  kindMissing: "Chọn phản ánh về việc gì.",
  roundMissing: "Chọn tuần thi.",
  textMissing: "Viết nội dung phản ánh.",
  tooLong: (most: string) => `Viết ngắn lại, nhiều nhất ${most} ký tự.`,
  failed: {
    title: "Chưa gửi được phản ánh",
    unreachable: "Chưa thấy máy chủ trả lời. Phần viết vẫn còn. Có mạng thì bấm gửi lại.",
    "signed-out": "Chưa đăng nhập được nên chưa gửi. Phần viết vẫn còn. Bấm gửi lại để đăng nhập.",
    refused: "Máy chủ không nhận phản ánh của tài khoản này. Phần viết vẫn còn, có thể liên hệ Ban Tổ chức.",
  },
  slowDown: {
    title: "Hôm nay đã gửi đủ phản ánh",
    perDay: (most: number, hours: number) =>
      `Mỗi người gửi nhiều nhất ${most} phản ánh trong 24 giờ, nên có nhiều việc thì viết chung một lần. Phần viết vẫn còn; gửi được sau khoảng ${hours} giờ.`,
    soon: (minutes: number) => `Gửi hơi nhanh. Phần viết vẫn còn; gửi lại sau ${minutes} phút.`,
  },
  sent: {
    title: "Phản ánh đã tới Ban Tổ chức",
    number: "Số phản ánh",
    due: "Được trả lời trước",
    ask: "Chép lại số này. Muốn hỏi đã giải quyết tới đâu, gọi hoặc viết cho Ban Tổ chức và đọc số này.",
    again: "Gửi phản ánh khác",
  },
  filed: "Đã gửi từ máy này",
}
