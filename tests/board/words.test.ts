import { describe, expect, it } from "vitest"
import { wording as enReading } from "../../src/app/words/enReading.ts"
import { wording as viReading } from "../../src/app/words/viReading.ts"
import { wording as viReceipt } from "../../src/app/words/viReceipt.ts"
import { enBoard } from "../../src/board/enBoard.ts"
import { words as enWords } from "../../src/board/enWords.ts"
import { viBoard } from "../../src/board/viBoard.ts"
import { words as viWords } from "../../src/board/viWords.ts"
import { shape } from "../app/support/shape.ts"

describe("the board's words", () => {
  it("are the same in Vietnamese and English, with the same gaps", () => {
    expect(shape(enWords).sort()).toEqual(shape(viWords).sort())
  })
  it("are never empty, and address nobody by a pronoun", () => {
    for (const words of [viBoard, enBoard]) expect(JSON.stringify(words)).not.toContain('""')
    expect(JSON.stringify(viBoard)).not.toMatch(/(^|[\s"])(bạn|quý vị|ông|bà|anh|chị)[\s,."]/iu)
  })
  it("warn of swindlers in the mini-app's very words", () => {
    expect(viBoard.safety).toBe(viReading.winners.safety)
    expect(enBoard.safety).toBe(enReading.winners.safety)
  })
  it("name on the poster what the mini-app shows: its button, and the receipt's title", () => {
    const steps = JSON.stringify(viBoard.poster.steps(viWords.card.start, 15))
    expect(steps).toContain("Bắt đầu làm bài")
    expect(steps).toContain(`“${viReceipt.received}”`)
  })
})
