import type { ContestView } from "../contract/contestView.ts"

/** Noon of Tuesday in round 2: when most of the gallery's states happen. */
export const midRound = Date.parse("2024-11-05T12:00:00+07:00")

const window = (number: number, opens: string, closes: string, due: string) => ({
  number,
  opensAt: `${opens}T00:00:00+07:00`,
  closesAt: `${closes}T00:00:00+07:00`,
  resultsDueAt: `${due}T17:00:00+07:00`,
  phase: "upcoming" as ContestView["rounds"][number]["phase"],
  commitments: [],
  entrants: 12_345,
})

const units = [
  ["phuong-vy-da", "Phường Vỹ Dạ", "locality"],
  ["phuong-thuan-hoa", "Phường Thuận Hòa", "locality"],
  ["phuong-kim-long", "Phường Kim Long", "locality"],
  ["so-tttt", "Sở Thông tin và Truyền thông", "agency"],
  ["so-y-te", "Sở Y tế", "agency"],
  ["so-gddt", "Sở Giáo dục và Đào tạo", "agency"],
  ["bv-tw", "Bệnh viện Trung ương Huế", "public-unit"],
  ["truong-qh", "Trường THPT chuyên Quốc Học - Huế", "public-unit"],
  ["hoi-pn", "Hội Liên hiệp Phụ nữ phường Vỹ Dạ", "organisation"],
  ["to-3-vy-da", "Tổ dân phố 3, phường Vỹ Dạ", "residential-group"],
] as const

/** A contest like that of 2024; `published`: numbers of the rounds whose results are out. */
export function sampleContest(published: readonly number[] = []): ContestView {
  const rounds = [
    window(1, "2024-10-28", "2024-11-04", "2024-11-06"),
    window(2, "2024-11-04", "2024-11-11", "2024-11-13"),
    window(3, "2024-11-11", "2024-11-18", "2024-11-20"),
    window(4, "2024-11-18", "2024-11-25", "2024-11-27"),
  ]
  for (const round of rounds) if (published.includes(round.number)) round.phase = "published"
  return {
    id: "gallery",
    title: "Hội thi trực tuyến tìm hiểu về nền tảng số Hue-S năm 2024",
    organiser: "Ban Tổ chức Hội thi",
    timeZone: "Asia/Ho_Chi_Minh",
    rulesVersion: "2024-10-28",
    rules: [
      {
        heading: "Giải thưởng",
        text: "Tập thể, cá nhân đạt giải được nhận Giấy khen và tiền thưởng. Nhận giải không mất tiền.",
      },
    ],
    contact: { name: "Ban Tổ chức Hội thi", address: "Bộ phận Văn phòng, UBND phường" },
    codePrefix: "HS",
    rounds,
    divisions: [{ id: "all", name: "Tất cả người dự thi", who: { declared: true } }],
    eligibility: { accounts: ["hue-s", "vneid"], identity: "person", unitRequired: false },
    paper: { questions: 15, shuffleOptions: true },
    prediction: { of: "all-correct", max: 999_999 },
    entriesPerRound: 1,
    late: { graceMinutes: 30 },
    ranking: ["correct", "prediction", "received", "draw"],
    awards: {
      individual: [
        { id: "nhat", name: "Giải Nhất", count: 1, requiresAllCorrect: true },
        { id: "nhi", name: "Giải Nhì", count: 3, requiresAllCorrect: false },
        { id: "ba", name: "Giải Ba", count: 4, requiresAllCorrect: false },
        { id: "khuyen-khich", name: "Giải Khuyến khích", count: 5, requiresAllCorrect: false },
      ],
      collective: [{ kinds: ["agency", "locality"], count: 10 }],
      oneAwardPerPerson: false,
    },
    standings: { participationWeight: 0.6, qualityWeight: 0.4, minEntrants: 10, minRate: 0 },
    privacy: { complaintDays: 30 },
    documents: [
      {
        title: "Nghị quyết về chuyển đổi số tỉnh Thừa Thiên Huế đến năm 2025, định hướng đến năm 2030",
        number: "12-NQ/TU",
        issuer: "Tỉnh ủy Thừa Thiên Huế",
        date: "2021-11-12",
      },
      { title: "Trang giới thiệu nền tảng Hue-S", url: "https://huecity.vn" },
    ],
    units: units.map(([id, name, kind]) => ({ id, name, kind })),
  }
}
