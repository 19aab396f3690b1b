// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from "vitest"
import { createFront } from "../../src/app/createFront.ts"
import { homeMarkup } from "../../src/app/homeMarkup.tsx"
import { mountApp } from "../../src/app/mountApp.tsx"
import type { Told } from "../../src/contract/told.ts"
import { sampleContest } from "../../src/gallery/sampleContest.ts"

const opensAt = Date.parse("2024-11-11T00:00:00+07:00")
const dayMs = 86_400_000
const iso = (instant: number) => new Date(instant).toISOString()

/** What a service tells at this time of a contest of one round, a week long, in a zone that is always or never 7 hours ahead. */
function told(
  now: number,
  phase: Told["contest"]["rounds"][number]["phase"],
  utcOffset: number | null = 420,
): Told {
  const round = {
    number: 1,
    opensAt: iso(opensAt),
    closesAt: iso(opensAt + 7 * dayMs),
    resultsDueAt: iso(opensAt + 10 * dayMs),
    phase,
    commitments: [],
    entrants: 26_003,
  }
  return {
    now,
    config: { api: "", contest: "x", hostOrigins: [], allowLoopbackHosts: false },
    contest: {
      ...sampleContest(),
      title: "Hội thi <Hue-S> & những người bạn",
      utcOffset,
      rounds: [round],
    },
  }
}

/** The first screen's state in a browser that has got this page. */
function frontOf(state: Told) {
  const never = new Promise<never>(() => {})
  return createFront({
    config: never,
    host: never,
    api: never,
    storage: null,
    phoneNow: () => state.now,
    after: () => () => undefined,
    restart: () => undefined,
    window,
    root: document.documentElement,
    told: state,
  })
}

let root: HTMLElement
beforeEach(() => {
  root = document.createElement("div")
  document.body.append(root)
})
afterEach(() => root.remove())

it.each([
  ["upcoming", opensAt - dayMs, "Tuần 1 chưa mở"],
  ["open", opensAt + dayMs, "Tuần 1 đang mở"],
  ["open", opensAt + 7 * dayMs - 3_600_000, "Còn 1 giờ"],
  ["closed", opensAt + 8 * dayMs, "Đang đối chiếu kết quả"],
  ["published", opensAt + 9 * dayMs, "Đã có kết quả tuần 1"],
] as const)("draws a round that is %s just as the page's own script does", (phase, now, title) => {
  const state = told(now, phase)
  void mountApp(frontOf(state), root)
  const drawn = document.createElement("div")
  drawn.innerHTML = homeMarkup(state)
  expect(drawn.querySelector("h1")?.textContent).toBe(title)
  expect(drawn.innerHTML).toBe(root.innerHTML)
})

it("draws the same where nobody can tell the zone's distance from UTC", () => {
  expect(homeMarkup(told(opensAt + dayMs, "open", null))).toBe(homeMarkup(told(opensAt + dayMs, "open")))
})

it("is taken over where it stands: who has touched the button holds the one that acts", () => {
  const state = told(opensAt + dayMs, "open")
  root.innerHTML = homeMarkup(state)
  const drawn = root.innerHTML
  const button = root.querySelector("button")
  void mountApp(frontOf(state), root)
  expect(root.querySelector("button")).toBe(button)
  expect(root.innerHTML).toBe(drawn)
  button?.click()
  return expect.poll(() => button?.getAttribute("aria-disabled")).toBe("true")
})
