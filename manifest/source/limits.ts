/** What works without network, and for how long. */
export const offline = {
  opens: { hosted: "after-first-visit", packaged: "always" },
  works: [
    {
      vi: "Mở lại, xem thể lệ và đề đã tải.",
      en: "Opening again, reading the rules and a paper that was loaded.",
    },
    { vi: "Làm tiếp bài; mỗi lần chọn đều tự lưu.", en: "Going on with a draft, saved at every tap." },
    {
      vi: "Nộp bài: bài chờ trong máy và tự gửi khi có mạng.",
      en: "Submitting: the entry waits on the phone and is sent when there is network.",
    },
  ],
  needsNetwork: [
    { vi: "Bắt đầu một tuần mới: lượt dự thi và đề.", en: "Starting a round: its ticket and paper." },
    { vi: "Biên nhận, kết quả, bảng xếp hạng.", en: "Receipts, results, standings." },
  ],
  /** A waiting entry may be delivered until so many days after the round's close and grace. */
  ticketDaysAfterGrace: 14,
  /** A delivered entry and its receipt stay on the phone until so many days after publication. */
  receiptDaysAfterPublication: 30,
  entryBytes: 8192,
  hostStoreBytes: 32_768,
} as const

/** How long the app waits, and how long a host should, in milliseconds the page can be seen. */
export const lifecycle = {
  detectionMs: 1500,
  helloMs: 2000,
  helloAttempts: 2,
  callMs: 3000,
  silentIdentityMs: 5000,
  interactiveMs: 300_000,
  interactiveSilenceMs: 30_000,
  backMs: 300,
  splashMs: 8000,
} as const
