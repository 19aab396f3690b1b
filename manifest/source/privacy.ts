/** What becomes of what is known about a citizen. */
export const privacy = {
  citizenNumber: false,
  phoneNumber: false,
  location: false,
  tracking: false,
  advertising: false,
  /** Nobody but the service gets anything from the app. */
  thirdParties: [],
  onPhone: [
    {
      what: { vi: "Bài đang làm", en: "Drafts" },
      until: { vi: "Đến khi có kết quả của tuần đó", en: "Until the round's results are out" },
    },
    {
      what: { vi: "Bài đã nộp và biên nhận", en: "Submitted entries and receipts" },
      until: { vi: "30 ngày sau khi công bố kết quả", en: "30 days after publication" },
    },
    {
      what: { vi: "Cỡ chữ và ngôn ngữ đã chọn", en: "Text size and language as chosen" },
      until: { vi: "Đến khi xóa dữ liệu của ứng dụng", en: "Until the app's data is cleared" },
    },
  ],
  token: {
    vi: "Mã đăng nhập của ứng dụng chủ chỉ ở trong bộ nhớ của trang, không lưu, không ghi nhật ký.",
    en: "The host's token stays in the page's memory: never stored, never logged.",
  },
  erasure: {
    vi: "Gửi yêu cầu đến Ban Tổ chức: họ tên và đơn vị được xóa ngay.",
    en: "On request to the organiser, name and unit are erased at once.",
  },
  publication: {
    vi: "Danh sách giải công bố họ tên có che bớt; sổ công khai không có họ tên.",
    en: "Award lists show masked names; the public ledger has no names.",
  },
} as const
