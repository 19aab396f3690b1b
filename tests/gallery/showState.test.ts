// @vitest-environment jsdom
import { cleanup } from "@testing-library/preact"
import { afterEach, beforeEach, expect, it } from "vitest"
import { showState } from "../../src/gallery/showState.ts"
import type { State } from "../../src/gallery/state.ts"
import { plainLook } from "./openState.ts"

beforeEach(() => {
  window.scrollTo = () => undefined
})
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

const show = (state: State) => {
  const root = document.body.appendChild(document.createElement("div"))
  return showState(state, plainLook, root, 200)
}

it("taps its way into a state", async () => {
  await show({ path: "/tuan/2/thong-tin", taps: ["Không thuộc đơn vị nào", "Vào làm bài"] })
  expect(document.body.textContent).toContain("Đánh dấu đồng ý để vào làm bài.")
})

it("a tap that finds nothing fails, instead of showing another state", async () => {
  await expect(show({ taps: ["Nộp bài"] })).rejects.toThrow("nothing to tap begins with “Nộp bài”")
})

it("a state whose path the app leaves by itself fails", async () => {
  // A question without a draft leads home.
  await expect(show({ path: "/tuan/2/cau/3" })).rejects.toThrow("the app went on to #/")
})
