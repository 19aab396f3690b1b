import { describe, expect, it } from "vitest"
import { toLocalTime } from "../../src/host/scenario/localTime.ts"
import { momentsOf } from "../../src/host/scenario/moments.ts"

const round = {
  number: 1,
  opensAt: "2024-10-28T00:00:00+07:00",
  closesAt: "2024-11-04T00:00:00+07:00",
  resultsDueAt: "2024-11-06T17:00:00+07:00",
  phase: "open" as const,
  commitments: [],
  entrants: 0,
}

describe("moments of a round", () => {
  it("are in order, before, in and after it", () => {
    expect(momentsOf(round, 30).map(({ name, at }) => `${name} ${toLocalTime(at)}`)).toEqual([
      "Before 2024-10-27T23:00",
      "Open 2024-10-29T09:00",
      "Last 80′ 2024-11-03T22:40",
      "Last 1′ 2024-11-03T23:59",
      "Grace 2024-11-04T00:15",
      "Closed 2024-11-04T02:00",
      "Results 2024-11-06T17:00",
    ])
  })

  it("have none of grace where there is none, and results after three days where none is due", () => {
    const { resultsDueAt: _, ...open } = round
    const moments = momentsOf(open, 0)
    expect(moments.map(({ name }) => name)).not.toContain("Grace")
    expect(toLocalTime(moments.at(-1)?.at ?? 0)).toBe("2024-11-07T00:00")
    expect(moments.filter(({ publishes }) => publishes)).toHaveLength(1)
  })
})
