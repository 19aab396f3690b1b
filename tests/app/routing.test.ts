// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from "vitest"
import { pathOf, type Route, readRoute } from "../../src/app/routing/route.ts"
import { createRouter, type Router } from "../../src/app/routing/router.ts"

let router: Router
beforeEach(() => {
  history.replaceState(null, "", "#/")
  router = createRouter(window)
})
afterEach(() => router.stop())

const popped = () => new Promise((resolve) => addEventListener("popstate", resolve, { once: true }))

test.each<[string, Route]>([
  ["/", { screen: "home" }],
  ["/the-le", { screen: "rules" }],
  ["/tuan/1/cau/3", { screen: "question", round: 1, step: 3 }],
  ["/bang-don-vi", { screen: "standings" }],
  ["/tuan/1/dieu-chinh", { screen: "revisions", round: 1 }],
  ["/tuan/1/so-cong-khai", { screen: "ledger", round: 1 }],
  ["/tuan/2/xem-lai", { screen: "review", round: 2 }],
  ["/lam-thu", { screen: "practice", step: 1 }],
  ["/lam-thu/3", { screen: "practice", step: 3 }],
  ["/lam-thu/xong", { screen: "practice-done" }],
  ["/phan-anh", { screen: "complaint" }],
  ["/phan-anh/personal-data", { screen: "complaint", kind: "personal-data" }],
  ["/phan-anh/late-entry/2", { screen: "complaint", kind: "late-entry", round: 2 }],
])("reads %s and writes it the same", (path, route) => {
  expect(readRoute(`#${path}`)).toEqual(route)
  expect(pathOf(route)).toBe(path)
})

test.each([
  "/tuan/0/cau/1",
  "/tuan/1/cau/x",
  "/tuan/1",
  "/nowhere",
  "/tuan/1/constructor",
  "//evil.example",
])("takes %s for the home screen", (path) => {
  expect(readRoute(path)).toEqual({ screen: "home" })
})

test.each([
  ["/lam-thu/0", "/lam-thu"],
  ["/lam-thu/x", "/lam-thu"],
  ["/phan-anh/constructor/1", "/phan-anh"],
  ["/phan-anh/other/x", "/phan-anh/other"],
])("takes %s for %s", (path, other) => {
  expect(readRoute(path)).toEqual(readRoute(other))
})

test("goes back by the browser's button and by its own to the same screens", async () => {
  router.go({ screen: "rules" })
  router.go({ screen: "help" })
  history.back()
  await popped()
  expect(router.route.value).toEqual({ screen: "rules" })
  expect(router.back()).toBe(true)
  await popped()
  expect(router.route.value).toEqual({ screen: "home" })
  expect(router.back()).toBe(false)
})

test("goes home from a screen opened by its address", () => {
  router.stop()
  history.replaceState(null, "", "#/tuan/1/ket-qua")
  router = createRouter(window)
  expect(router.canGoBack.value).toBe(true)
  expect(router.back()).toBe(true)
  expect(router.route.value).toEqual({ screen: "home" })
})

test("leaves the questions behind once the entry is sealed", async () => {
  for (const step of [1, 2, 3]) router.go({ screen: "question", round: 1, step })
  router.resetTo({ screen: "entry", round: 1 })
  await popped()
  expect(router.route.value).toEqual({ screen: "entry", round: 1 })
  router.back()
  await popped()
  expect(router.route.value).toEqual({ screen: "home" })
})
