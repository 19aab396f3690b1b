import { expect, test } from "vitest"
import { searchWinners } from "../../src/app/results/searchWinners.ts"
import { sampleResults } from "../../src/gallery/sampleEntries.ts"

const { awards } = sampleResults(1)
const units: Record<string, string> = {
  "phuong-vy-da": "Phường Vỹ Dạ",
  "so-y-te": "Sở Y tế",
  "bv-tw": "Bệnh viện Trung ương Huế",
}
const search = (query: string) => searchWinners(awards, query, (id) => units[id] ?? id)
const codes = (query: string) => search(query).flatMap(({ winners }) => winners.map(({ code }) => code))

test("lists every prize once, with its winners and the places that stay vacant", () => {
  expect(search(" ").map(({ name, winners, vacant }) => [name, winners.length, vacant])).toEqual([
    ["Giải Nhất", 1, 0],
    ["Giải Nhì", 2, 0],
    ["Giải Ba", 0, 1],
  ])
})

test.each([
  ["quynh", ["HS1-2K4D-91XQ-2"]],
  ["Quỳnh tôn", ["HS1-2K4D-91XQ-2"]],
  ["le van đ", ["HS1-3K4D-91XQ-1"]],
  ["vy da", ["HS1-1K4D-91XQ-3"]],
  ["hs1-3k4d", ["HS1-3K4D-91XQ-1"]],
  ["HS13K4D91XQ1", ["HS1-3K4D-91XQ-1"]],
  ["le quynh", []],
])("finds by letters without marks, by unit and by code: %s", (query, found) => {
  expect(codes(query)).toEqual(found)
})

test("leaves out prizes without a match, and vacant ones while searching", () => {
  expect(search("benh vien").map(({ prize }) => prize)).toEqual(["nhi"])
  expect(search("không có ai")).toEqual([])
})
