import { viFirst } from "./viFirst.ts"

/**
 * Vietnamese words of the first script, and those about an entry wherever it stands: on the home card and on its own
 * screen. They join the first ones in the same object: nothing that is drawn already is drawn again for them.
 */
export const viCard = Object.assign(viFirst, {
  round: (number: number) => `Tuần ${number}`,
  signInAgain: "Đăng nhập lại",
  sendNow: "Gửi ngay",
  seeReceipt: "Xem biên nhận",
  seeCounted: "Xem bài được tính",
  askReview: "Gửi đề nghị xem lại",
  offlineNow: "Đang mất mạng. Câu trả lời vẫn lưu trên máy này.",
  onlineAgain: "Đã có mạng trở lại.",
  receivedNews: (code: string) => `Đã nhận bài. Mã bài ${code}.`,
  signInFailed: "Chưa đăng nhập được. Bấm để thử lại.",
  noIdentity: { title: "Cần đăng nhập để dự thi", body: "Bài thi tính theo tài khoản Hue-S hoặc VNeID." },
  identityExpired: {
    title: "Phiên đăng nhập đã hết",
    body: "Bài làm vẫn còn trên máy này. Đăng nhập lại để gửi.",
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
  refusedLate: { title: "Bài đến sau giờ đóng" },
  refused: { title: "Bài không được nhận", body: "Bài vẫn được giữ trên máy này." },
  superseded: {
    title: "Đã có bài khác của tài khoản này",
    body: "Bài trên máy này không được tính.",
  },
  unavailable: { title: "Tạm ngừng nhận bài", body: "Bài đang làm vẫn còn." },
})

export type CardWords = typeof viCard
