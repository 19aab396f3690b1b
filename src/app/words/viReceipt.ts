/** Vietnamese words of the receipt. `enReceipt.ts` has the same keys. */
export const wording = {
  received: "Đã nhận bài",
  receivedLate: "Đã nhận bài, trong thời gian chờ thêm",
  lateBody: "Vẫn được tính; giờ xếp hạng là giờ tới máy chủ.",
  code: "Mã bài",
  at: "Giờ máy chủ nhận",
  round: "Tuần thi",
  unit: "Đơn vị",
  prediction: "Dự đoán",
  people: (count: string) => `${count} người`,
  next: "Tiếp theo",
  nextResults: (when: string) => `Kết quả công bố trước ${when}.`,
  nextResultsUnknown: "Kết quả công bố sau khi tuần thi đóng và đối chiếu xong.",
  nextKeep: "Giữ mã bài để tra kết quả. Mã không phải mật khẩu.",
  save: "Lưu biên nhận",
  share: "Chia sẻ",
  shared: "Đã chia sẻ biên nhận.",
  notShared: "Chưa chia sẻ được. Lưu ảnh hoặc chép lại mã bài.",
  imageMade: "Đã tạo ảnh biên nhận. Nếu không thấy ảnh trong máy, chụp màn hình này.",
  imageShown: "Nhấn giữ vào ảnh bên dưới để lưu vào máy. Không được thì chụp màn hình.",
  pictureAlt: (code: string) => `Ảnh biên nhận, mã bài ${code}`,
  notSaved: "Máy này không tạo được ảnh. Chụp màn hình hoặc chép lại mã bài.",
  shareTitle: (round: number) => `Biên nhận bài thi tuần ${round}`,
  counted: "Bài được tính",
}

export type ReceiptWords = typeof wording
