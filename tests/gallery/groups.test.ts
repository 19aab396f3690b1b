import { expect, it } from "vitest"
import { groupStates } from "../../src/gallery/groups.ts"
import { states } from "../../src/gallery/states.ts"

it("every state stands in one group, in the order of the way through the app", () => {
  const groups = groupStates(states)
  expect(groups.map(({ title }) => title)).toEqual([
    "Trang chính",
    "Vào thi",
    "Làm bài",
    "Nộp bài",
    "Kết quả",
    "Bên cạnh",
  ])
  expect(groups.flatMap(({ names }) => names).sort()).toEqual(Object.keys(states).sort())
})

it("a state is grouped by the screen it begins on; groups without states are left out", () => {
  expect(groupStates({ first: {}, third: { path: "/tro-giup" }, second: { path: "/tuan/2/cau/4" } })).toEqual(
    [
      { title: "Trang chính", names: ["first"] },
      { title: "Làm bài", names: ["second"] },
      { title: "Bên cạnh", names: ["third"] },
    ],
  )
})
