import { readRoute, type ScreenName } from "../app/routing/route.ts"
import type { State } from "./states.ts"

const titles = ["Trang chính", "Vào thi", "Làm bài", "Nộp bài", "Kết quả", "Bên cạnh"] as const
type Title = (typeof titles)[number]

const byScreen: Partial<Record<ScreenName, Title>> = {
  home: "Trang chính",
  entrant: "Vào thi",
  question: "Làm bài",
  prediction: "Làm bài",
  review: "Nộp bài",
  confirm: "Nộp bài",
  entry: "Nộp bài",
  results: "Kết quả",
  answers: "Kết quả",
  winners: "Kết quả",
}

/** A part of the overview: states that belong to the same stretch of the way. */
export type Group = { title: Title; names: readonly string[] }

/** The states in groups by the screen they begin on, in the order given; no group is empty. */
export function groupStates(states: Record<string, State>): readonly Group[] {
  const titleOf = ({ path = "/" }: State) => byScreen[readRoute(path).screen] ?? "Bên cạnh"
  return titles
    .map((title) => ({
      title,
      names: Object.keys(states).filter((name) => states[name] && titleOf(states[name]) === title),
    }))
    .filter(({ names }) => names.length > 0)
}
