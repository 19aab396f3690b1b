import { describe, expect, it } from "vitest"
import type { BoardApi } from "../../src/board/boardApi.ts"
import { boardApi } from "../../src/board/boardApi.ts"
import { loadBoard, roundsBegun, roundToEnter } from "../../src/board/boardData.ts"
import { slidesOf } from "../../src/board/slides.ts"
import { sampleStandings } from "../app/support/sampleStandings.ts"
import { sampleData, sampleResults, sampleView } from "./support/sampleBoard.ts"

function apiOf(view: ReturnType<typeof sampleView>): BoardApi & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    contest: async () => view,
    standings: async () => sampleStandings(),
    results: async (round, division) => {
      asked.push(`${round} ${division}`)
      return sampleResults({ round, division })
    },
  }
}

describe("what the board fetches", () => {
  it("is the last published round where none is named, in all its divisions", async () => {
    const divisions = [
      { id: "officials", name: "Cán bộ" },
      { id: "citizens", name: "Người dân" },
    ]
    const api = apiOf(sampleView(["published", "published", "open"], { divisions }))
    const { round } = await loadBoard(api, { round: null })
    expect(api.asked).toEqual(["2 officials", "2 citizens"])
    expect(round?.divisions.map(({ name }) => name)).toEqual(["Cán bộ", "Người dân"])
  })
  it("has no results of a round that is not published, and does not ask for them", async () => {
    const api = apiOf(sampleView(["published", "closed"]))
    const { round } = await loadBoard(api, { round: 2 })
    expect([round?.round.number, round?.divisions, api.asked]).toEqual([2, [], []])
  })
  it.each([[9], [null]])("has no round where there is none: %s", async (asked) => {
    expect((await loadBoard(apiOf(sampleView(["open"])), { round: asked })).round).toBeNull()
  })
  it("is refused whole where one part is missing: figures of two moments are not mixed", async () => {
    const api = { ...apiOf(sampleView(["published"])), results: () => Promise.reject(new Error("503")) }
    await expect(loadBoard(api, { round: null })).rejects.toThrow("503")
  })
  it("is checked against the contract: a page of something else is no answer", async () => {
    const portal = async () => new Response("<html>", { status: 200 })
    const other = async () => Response.json({ hello: 1 })
    const refused = async () => Response.json({}, { status: 503 })
    for (const fetch of [portal, other, refused]) {
      const api = boardApi({ api: "/api/v1", contest: "sample" }, fetch)
      await expect(api.standings()).rejects.toThrow()
    }
  })
  it("knows which round can be entered, and how many have begun", () => {
    expect(roundToEnter(sampleView(["published", "open", "upcoming"]))?.number).toBe(2)
    expect(roundToEnter(sampleView(["published", "closed", "upcoming"]))?.number).toBe(3)
    expect(roundToEnter(sampleView(["published", "published"]))).toBeNull()
    expect(roundsBegun(sampleView(["published", "open", "upcoming"]))).toBe(2)
  })
})

describe("the notice screen", () => {
  const kinds = (data: ReturnType<typeof sampleData>) => slidesOf(data).map(({ key }) => key)

  it("shows leagues, the last round, who won, and how to enter", () => {
    expect(kinds(sampleData())).toEqual(["standings 0 0", "report all", "awards all 0", "join"])
  })
  it("divides what is long: two pages of units at most, eight winners on each", () => {
    const data = sampleData()
    const [league] = data.standings.leagues
    const [first] = league?.rows ?? []
    const [division] = data.round?.divisions ?? []
    if (!league || !first || !division) throw new Error("the sample is empty")
    league.rows = Array.from({ length: 43 }, (_, index) => ({ ...first, rank: index + 1 }))
    division.results.awards = Array.from({ length: 13 }, () => ({ prize: "p", prizeName: "Giải" }))
    expect(kinds(data)).toEqual([
      "standings 0 0",
      "standings 0 1",
      "report all",
      "awards all 0",
      "awards all 1",
      "join",
    ])
    expect(slidesOf(data).flatMap((slide) => (slide.kind === "awards" ? [slide.awards.length] : []))).toEqual(
      [8, 5],
    )
  })
  it("shows how far the weeks are before the first results, and invites to the first", () => {
    const standings = { ...sampleStandings(), rounds: [] }
    expect(kinds({ contest: sampleView(["open", "upcoming"]), standings, round: null })).toEqual([
      "weeks",
      "join",
    ])
  })
  it("invites nobody when all rounds are over", () => {
    const data = { ...sampleData(), contest: sampleView(["published", "published", "published", "closed"]) }
    expect(kinds(data)).not.toContain("join")
  })
})
