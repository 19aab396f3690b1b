/** What a host's token must or may say about a citizen, why, and how long it is kept. */
export const identity = {
  audience: "hue-s-contest",
  algorithms: ["ES256", "EdDSA"],
  maxLifeSeconds: 600,
  /** What the page asks for by name. */
  scope: ["name", "unit"],
  /** What makes it a token: checked, never stored. */
  registered: ["iss", "aud", "iat", "exp", "jti"],
  claims: [
    {
      name: "sub",
      required: true,
      retention: "pseudonym",
      reason: {
        vi: "Mỗi người một lượt mỗi tuần, khi ứng dụng chủ không gửi person.",
        en: "One entry a person each week, where the host sends no person.",
      },
    },
    {
      name: "person",
      required: false,
      retention: "pseudonym",
      reason: {
        vi: "Nhận ra cùng một người khi dùng tài khoản Hue-S hay VNeID.",
        en: "Recognises one person across Hue-S and VNeID accounts.",
      },
    },
    {
      name: "account",
      required: true,
      retention: "record",
      reason: {
        vi: "Thể lệ nói loại tài khoản nào được dự thi.",
        en: "The rules say which kind of account may enter.",
      },
    },
    {
      name: "assurance",
      required: true,
      retention: "not-kept",
      reason: {
        vi: "Thể lệ có thể đòi tài khoản đã xác minh.",
        en: "The rules may ask for a verified account.",
      },
    },
    {
      name: "name",
      required: false,
      retention: "complaints",
      reason: {
        vi: "Hiện trên màn hình để người dự thi kiểm tra; trao giải; công bố có che bớt.",
        en: "Shown for the entrant to check; for the award; published masked.",
      },
    },
    {
      name: "unit",
      required: false,
      retention: "record",
      reason: {
        vi: "Tính bảng xếp hạng đơn vị; không có thì tự chọn.",
        en: "Counts for the unit's standing; without it the entrant chooses.",
      },
    },
    {
      name: "ageBand",
      required: false,
      retention: "not-kept",
      reason: { vi: "Thể lệ có thể đặt tuổi tối thiểu.", en: "The rules may set a minimum age." },
    },
    {
      name: "division",
      required: false,
      retention: "record",
      reason: {
        vi: "Chọn đề của đúng bảng thi: cán bộ hay người dân.",
        en: "Chooses the paper of the right division: officials or citizens.",
      },
    },
  ],
  retention: {
    "not-kept": {
      vi: "Chỉ dùng lúc kiểm tra, không lưu.",
      en: "Used while checking, not stored.",
    },
    complaints: {
      vi: "Đến hết thời hạn phản ánh của hội thi; có thể yêu cầu xóa sớm hơn.",
      en: "Until the contest's complaint window ends; earlier erasure on request.",
    },
    record: {
      vi: "Lưu cùng bài dưới mã băm; tự nó không cho biết là ai.",
      en: "Stays with the entry under its hash; by itself it does not say who it is.",
    },
    pseudonym: {
      vi: "Chỉ lưu mã băm có khóa; sau khi yêu cầu xóa và hết thời hạn phản ánh, mã thành ngẫu nhiên.",
      en: "Kept only as a keyed hash; after an erasure request and the complaint window it becomes random.",
    },
  },
} as const
