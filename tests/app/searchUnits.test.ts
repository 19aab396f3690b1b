import { expect, test } from "vitest"
import { searchUnits } from "../../src/app/entering/searchUnits.ts"

const units = ["Phường Vỹ Dạ", "Trường Tiểu học Vỹ Dạ", "Sở Y tế", "Xã Điền Hương", "Đài Phát thanh"].map(
  (name) => ({
    name,
  }),
)
const found = (query: string) => searchUnits(units, query).map(({ name }) => name)

test("finds with and without marks, in any case", () => {
  expect(found("vy da")).toEqual(["Phường Vỹ Dạ", "Trường Tiểu học Vỹ Dạ"])
  expect(found("VỸ DẠ".normalize("NFD"))).toEqual(["Phường Vỹ Dạ", "Trường Tiểu học Vỹ Dạ"])
  expect(found("dien huong")).toEqual(["Xã Điền Hương"])
  expect(found("đài")).toEqual(["Đài Phát thanh"])
})

test("finds by words in another order, and nothing by nothing", () => {
  expect(found("da phuong")).toEqual(["Phường Vỹ Dạ"])
  expect(found("  ")).toEqual([])
  expect(found("không có")).toEqual([])
})
