import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { formatDay, formatEnd, formatMoment, formatSecond } from "../../src/app/format/dates.ts"
import { durationParts } from "../../src/app/format/duration.ts"
import { englishNumberInWords } from "../../src/app/format/englishNumberInWords.ts"
import { numberInWords } from "../../src/app/format/numberInWords.ts"
import { formatNumber } from "../../src/app/format/numbers.ts"
import { formatPercent } from "../../src/app/format/percent.ts"
import { readPrediction } from "../../src/app/format/readPrediction.ts"
import { wording as enCard } from "../../src/app/words/enCard.ts"
import { viCard } from "../../src/app/words/viCard.ts"

const place = { timeZone: "Asia/Ho_Chi_Minh", utcOffset: null, weekdays: viCard.weekdays }

test.each([
  [0, "không"],
  [5, "năm"],
  [10, "mười"],
  [11, "mười một"],
  [15, "mười lăm"],
  [20, "hai mươi"],
  [21, "hai mươi mốt"],
  [24, "hai mươi bốn"],
  [55, "năm mươi lăm"],
  [100, "một trăm"],
  [101, "một trăm linh một"],
  [105, "một trăm linh năm"],
  [110, "một trăm mười"],
  [115, "một trăm mười lăm"],
  [121, "một trăm hai mươi mốt"],
  [1000, "một nghìn"],
  [1001, "một nghìn không trăm linh một"],
  [1015, "một nghìn không trăm mười lăm"],
  [1250, "một nghìn hai trăm năm mươi"],
  [5945, "năm nghìn chín trăm bốn mươi lăm"],
  [14492, "mười bốn nghìn bốn trăm chín mươi hai"],
  [40505, "bốn mươi nghìn năm trăm linh năm"],
  [110010, "một trăm mười nghìn không trăm mười"],
  [200000, "hai trăm nghìn"],
  [321031, "ba trăm hai mươi mốt nghìn không trăm ba mươi mốt"],
  [999999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"],
  [1000000, "một triệu"],
  [1000005, "một triệu không trăm linh năm"],
  [21000000, "hai mươi mốt triệu"],
  [2005000055, "hai tỷ không trăm linh năm triệu không trăm năm mươi lăm"],
])("says %i as “%s”", (value, words) => {
  expect(numberInWords(value)).toBe(words)
})

test.each([
  [0, "zero"],
  [15, "fifteen"],
  [21, "twenty-one"],
  [40, "forty"],
  [105, "one hundred and five"],
  [1001, "one thousand and one"],
  [1100, "one thousand one hundred"],
  [5945, "five thousand nine hundred and forty-five"],
  [14492, "fourteen thousand four hundred and ninety-two"],
  [200000, "two hundred thousand"],
  [1000000, "one million"],
])("says %i in English as “%s”", (value, words) => {
  expect(englishNumberInWords(value)).toBe(words)
})

test("refuses to say what is no whole number of at least 0", () => {
  for (const value of [-1, 1.5, Number.NaN, 1e12]) {
    expect(() => numberInWords(value)).toThrow(RangeError)
    expect(() => englishNumberInWords(value)).toThrow(RangeError)
  }
})

describe("a prediction", () => {
  test.each([
    ["1250", 1250],
    ["1.250", 1250],
    ["1,250", 1250],
    ["1 250", 1250],
    ["1\u00a0250", 1250],
    [" 1250 ", 1250],
    ["１２５０", 1250],
    ["0", 0],
    ["007", 7],
    ["999.999", 999_999],
  ])("is taken as %j", (typed, value) => {
    expect(readPrediction(typed, 999_999)).toEqual({ ok: true, value })
  })
  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["-5", "not-whole"],
    ["1e4", "not-whole"],
    ["12.5", "not-whole"],
    ["1.25", "not-whole"],
    ["1.250,000", "not-whole"],
    ["khoảng 100", "not-whole"],
    ["0x10", "not-whole"],
    ["1000000", "too-large"],
    ["9".repeat(400), "too-large"],
  ])("is refused as %j", (typed, reason) => {
    expect(readPrediction(typed, 999_999)).toEqual({ ok: false, reason })
  })
})

describe("dates", () => {
  it("stand in the contest's zone, whatever the phone's", () => {
    expect(formatMoment(Date.parse("2024-10-14T02:00:00Z"), place)).toBe("09:00, thứ Hai, 14/10/2024")
    expect(formatMoment(Date.parse("2024-11-10T17:00:00Z"), place)).toBe("00:00, thứ Hai, 11/11/2024")
  })
  it("show an end of 24:00 as 23:59 of the day before", () => {
    const end = Date.parse("2024-11-11T00:00:00+07:00")
    expect(formatEnd(end, place)).toBe("23:59, Chủ nhật, 10/11/2024")
  })
  it("show seconds where ranking needs them, and four-digit years", () => {
    const instant = Date.parse("2024-11-05T19:42:08+07:00")
    expect(formatSecond(instant, place)).toBe("19:42:08, 05/11/2024")
    expect(formatDay(instant, place)).toBe("05/11/2024")
    expect(formatMoment(instant, { ...place, weekdays: enCard.weekdays })).toBe("19:42, Tuesday, 05/11/2024")
  })
})

test("dates are the same where the zone's distance from UTC is told as where Intl has to know it", () => {
  const instants = fc.integer({
    min: Date.parse("2000-01-01T00:00:00Z"),
    max: Date.parse("2099-12-31T00:00:00Z"),
  })
  fc.assert(
    fc.property(instants, (instant) => {
      for (const format of [formatMoment, formatEnd, formatDay, formatSecond])
        expect(format(instant, { ...place, utcOffset: 420 })).toBe(format(instant, place))
    }),
  )
})

test("numbers are grouped the reader's way", () => {
  expect([0, 7, 999, 1000, 999_999, 1_000_000].map((value) => formatNumber(value, "vi"))).toEqual([
    "0",
    "7",
    "999",
    "1.000",
    "999.999",
    "1.000.000",
  ])
  expect(formatNumber(14492, "vi")).toBe("14.492")
  expect(formatNumber(14492, "en")).toBe("14,492")
})

test.each([
  [0, []],
  [1, [["second", 1]]],
  [
    200,
    [
      ["minute", 3],
      ["second", 20],
    ],
  ],
  [3600, [["hour", 1]]],
  [3605, [["hour", 1]]],
  [
    104_968,
    [
      ["day", 1],
      ["hour", 5],
    ],
  ],
] as const)("a span of %i seconds in its two largest units", (seconds, parts) => {
  expect(durationParts(seconds).map(({ unit, count }) => [unit, count])).toEqual(parts)
})

test("shares have two decimals, and stay on one line", () => {
  expect(formatPercent(5945 / 25_980, "vi")).toBe("22,88\u00a0%")
  expect(formatPercent(1, "en")).toBe("100.00\u00a0%")
})
