import { expect, it } from "vitest"
import { maskedName } from "../../src/contest/maskedName.ts"

it.each([
  ["Nguyễn Thị Hoa", "Nguyễn Thị H***"],
  ["  Tôn Nữ   Ánh ".normalize("NFD"), "Tôn Nữ Á***"],
  ["H’Linh Niê O'Đường", "H’Linh Niê O***"],
  ["Hoa", "H***"],
  ["", "***"],
  [undefined, "***"],
])("%s is published as %s", (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})
