import jsqr from "jsqr"
import { describe, expect, it } from "vitest"
import { speak } from "../../src/board/boardWords.ts"
import { bridgeRows, posterFacts } from "../../src/board/posterFacts.ts"
import { drawQr } from "../../src/board/qr.ts"
import { roundDays } from "../../src/board/roundDays.ts"
import { shrinkToFit } from "../../src/board/shrinkToFit.ts"
import { sampleView, words } from "./support/sampleBoard.ts"

/** Paints the path's squares, `scale` pixels each, as an RGBA picture. */
function paint({ size, path }: ReturnType<typeof drawQr>, scale = 4) {
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = (row * width + Number(x) * scale) * 4
      for (let at = 0; at < Number(length) * scale; at++) pixels.fill(0, start + at * 4, start + at * 4 + 3)
    }
  }
  return { pixels, width }
}

describe("the QR code", () => {
  it.each([
    "https://hoi-thi.example/",
    "https://hue-s.thuathienhue.gov.vn/mo?hoi-thi=hue-s-2024&tu=to-a4",
    "hues://contest/hue-s-2024",
    `https://hoi-thi.example/${"đường-dài/".repeat(20)}`,
  ])("as drawn is read as the address: %s", (link) => {
    const { pixels, width } = paint(drawQr(link))
    expect(jsqr(pixels, width, width)?.data).toBe(link)
  })
  it("is still read with a smudge on it", () => {
    const { pixels, width } = paint(drawQr("https://hoi-thi.example/"), 8)
    for (let y = 130; y < 152; y++) pixels.fill(0, (y * width + 140) * 4, (y * width + 160) * 4)
    expect(jsqr(pixels, width, width)?.data).toBe("https://hoi-thi.example/")
  })
  it("has the quiet zone that scanners need", () => {
    const { size, path } = drawQr("https://hoi-thi.example/")
    const xs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, , length]) => [
      Number(x),
      size - Number(x) - Number(length),
    ])
    expect(Math.min(...xs)).toBe(4)
  })
})

describe("the poster's facts", () => {
  it("are the definition's: who may enter, prizes, contact", () => {
    expect(posterFacts(sampleView(["open"]), words.rules)).toEqual({
      who: [
        "Người có tài khoản Hue-S hoặc VNeID.",
        "Người không thuộc đơn vị nào vẫn được dự thi.",
        "Mỗi người một lượt mỗi tuần, dù có nhiều tài khoản.",
      ],
      prizes: [
        { count: 1, name: "Giải Nhất" },
        { count: 3, name: "Giải Nhì" },
      ],
      collectivePrizes: 2,
      contact: ["Ban Tổ chức"],
    })
  })
  it("are others for another contest", () => {
    const view = sampleView(["open"], {
      eligibility: {
        accounts: ["vneid"],
        identity: "account",
        minAge: 18,
        minAssurance: 2,
        unitRequired: true,
      },
      divisions: [
        { id: "officials", name: "Cán bộ" },
        { id: "citizens", name: "Người dân" },
      ],
      awards: { individual: [{ id: "a", name: "Giải A", count: 2, division: "citizens" }] },
      contact: { name: "Văn phòng", phone: "0234 000 000" },
    })
    expect(posterFacts(view, words.rules)).toEqual({
      who: [
        "Người có tài khoản VNeID.",
        "Từ đủ 18 tuổi.",
        "Tài khoản định danh mức 2 trở lên.",
        "Phải thuộc một đơn vị trong danh sách.",
        "Các bảng thi: Cán bộ; Người dân.",
        "Mỗi tài khoản một lượt mỗi tuần.",
      ],
      prizes: [{ count: 2, name: "Giải A (Người dân)" }],
      collectivePrizes: 0,
      contact: ["Văn phòng", "0234 000 000"],
    })
  })
  it("show whole weeks by days, and hours only where a week begins or ends within a day", () => {
    const speech = speak(words, "Asia/Ho_Chi_Minh")
    const [round] = sampleView(["open"]).rounds
    if (!round) throw new Error("the sample has no round")
    expect(roundDays(round, speech)).toBe("Từ 28/10/2024 đến hết 03/11/2024")
    expect(roundDays({ ...round, closesAt: "2024-11-03T17:00:00+07:00" }, speech)).toBe(
      "Từ 00:00, thứ Hai, 28/10/2024 đến 16:59, Chủ nhật, 03/11/2024",
    )
  })
  it.each([
    [1, [1]],
    [4, [4]],
    [5, [3, 2]],
    [8, [4, 4]],
    [10, [4, 4, 2]],
    [0, []],
  ])("stand under bridges of at most four arches: %i weeks", (weeks, rows) => {
    const all = Array.from({ length: weeks }, (_, index) => index)
    expect(bridgeRows(all).map(({ length }) => length)).toEqual(rows)
    expect(bridgeRows(all).flat()).toEqual(all)
  })
})

describe("what must fit", () => {
  const box = (need: (size: number) => number) => {
    let size = 1
    return {
      apply: (next: number) => {
        size = next
      },
      box: {
        clientHeight: 1000,
        clientWidth: 1000,
        scrollWidth: 1000,
        get scrollHeight() {
          return need(size)
        },
      },
    }
  }
  it.each([
    [900, 1],
    [1250, 0.8],
    [5000, 0.6],
  ])("is no smaller than it has to be, and never unreadable: %i of 1000", (height, size) => {
    const one = box((at) => height * at)
    expect(shrinkToFit(one.box, one.apply)).toBeCloseTo(size, 9)
  })
})
