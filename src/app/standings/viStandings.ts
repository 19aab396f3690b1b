/** Vietnamese words of the unit standings, for the mini-app and the ward's public pages. `enStandings.ts` has the same keys. */
export const viStandings = {
  title: "Bảng đơn vị",
  /** Of leagues; a league of several kinds names them all, one of every kind is `allKinds`. */
  kinds: {
    agency: "Cơ quan",
    "public-unit": "Đơn vị sự nghiệp",
    locality: "Địa phương",
    organisation: "Tổ chức, đoàn thể",
    "residential-group": "Tổ dân phố",
  },
  allKinds: "Tất cả đơn vị",
  columns: {
    rank: "Hạng",
    unit: "Đơn vị",
    entrants: "Lượt dự thi",
    headcount: "Số người",
    rate: "Tỷ lệ dự thi",
    quality: "Chất lượng",
    score: "Điểm",
    award: "Giải",
  },
  none: "–",
  awarded: "Đạt giải",
  /** While rounds are still to come. */
  awardedSoFar: "Tạm đạt",
  soFar: (rounds: string, of: number) =>
    `“Tạm đạt”: mới tính tuần ${rounds} trên ${of} tuần. Giải trao theo bảng sau tuần cuối.`,
  chart: {
    label: (shown: number, best: string, bestScore: string, last: string, lastScore: string) =>
      `Biểu đồ thanh: điểm của ${shown} đơn vị, từ ${best} ${bestScore} điểm đến ${last} ${lastScore} điểm. Bảng kèm theo có đủ số liệu.`,
    participation: (points: string) => `Tham gia (nhiều nhất ${points} điểm)`,
    quality: (points: string) => `Chất lượng (nhiều nhất ${points} điểm)`,
    shown: (first: number, last: number, of: string) =>
      `Hạng ${first} đến ${last} trong ${of} đơn vị được xếp hạng`,
    lastPrize: "Từ đây trở lên có giải",
  },
  unranked: {
    title: "Chưa được xếp hạng",
    headcount: "Chưa có số người của đơn vị nên không tính được tỷ lệ.",
    tooFew: (least: string) => `Dưới ${least} lượt dự thi.`,
    lowRate: (least: string) => `Tỷ lệ dự thi dưới ${least}.`,
    entrants: (count: string) => `${count} lượt`,
  },
  noneRanked: "Chưa có đơn vị nào đủ điều kiện xếp hạng.",
  formula: {
    title: "Cách tính điểm",
    score: (participation: string, quality: string) =>
      `Điểm = ${participation} × tỷ lệ dự thi + ${quality} × chất lượng, thang 100.`,
    rate: "Tỷ lệ dự thi: số người dự thi trong tuần chia cho số người của đơn vị, không quá 100 %; lấy trung bình các tuần.",
    quality: (questions: string) =>
      `Chất lượng: số câu đúng trung bình của một bài chia cho ${questions} câu.`,
    ties: "Bằng điểm thì đơn vị có nhiều lượt dự thi hơn xếp trên, rồi theo tên.",
    headcount: (day: string) => `Số người của đơn vị tính đến ngày ${day}.`,
    headcountUndated: "Số người của đơn vị do Ban Tổ chức chốt trước tuần 1.",
    rounds: (rounds: string) => `Đã tính tuần ${rounds}.`,
    asOf: (when: string) => `Số liệu lúc ${when}.`,
  },
}

export type StandingsWords = typeof viStandings
