/** How the mini-app is called and looks in a list of apps and in its window. */
export const appearance = {
  name: { vi: "Hội thi Hue-S", en: "Hue-S Contest" },
  shortName: { vi: "Hội thi", en: "Contest" },
  description: {
    vi: "Hội thi trực tuyến hằng tuần trong Hue-S: trả lời câu hỏi trắc nghiệm, dự đoán, nhận biên nhận và xem kết quả.",
    en: "The weekly online contest in Hue-S: answer multiple-choice questions, make a prediction, keep the receipt, see the results.",
  },
  iconLabel: { vi: "Cầu Trường Tiền trên sông Hương", en: "Trường Tiền Bridge over the Perfume River" },
  /** As in the style sheet: --band, --paper and their dark selves. */
  band: "#4a1f6c",
  paper: "#faf6f1",
  /** Widths and heights of the icons, in pixels, as drawn. */
  iconSizes: [48, 96, 192, 512],
  /** One with the bridge inside the circle that every mask leaves. */
  maskableIconSizes: [512],
} as const
