import { describe, expect, it } from "vitest"
import { readBoardConfig } from "../../src/board/boardConfig.ts"
import { addressOf, readWish } from "../../src/board/wish.ts"

describe("a board's URL", () => {
  it("without anything shows the standings in Vietnamese, as the system looks", () => {
    expect(readWish("")).toEqual({
      view: "standings",
      round: null,
      isScreen: false,
      secondsPerPage: 20,
      theme: null,
      lang: "vi",
      textScale: 1,
    })
  })
  it("asks for a round, the notice screen, a theme, a language and a size of text", () => {
    expect(readWish("?view=round&round=2&screen=1&seconds=45&theme=dark&lang=en&text=150")).toEqual({
      view: "round",
      round: 2,
      isScreen: true,
      secondsPerPage: 45,
      theme: "dark",
      lang: "en",
      textScale: 1.5,
    })
  })
  it.each([
    "?view=admin&round=-1&screen=yes&theme=pink&lang=fr&text=9000",
    "?round=1e3&text=&lang=EN",
  ])("that makes no sense counts as saying nothing: %s", (search) => {
    expect(readWish(search)).toEqual(readWish(""))
  })
  it.each([
    ["?seconds=1", 8],
    ["?seconds=9999", 300],
  ])("cannot make the pages turn too fast to read, nor never: %s", (search, seconds) => {
    expect(readWish(search).secondsPerPage).toBe(seconds)
  })
  it("keeps what it asked for when a link leads to another page of the board", () => {
    expect(addressOf("?theme=dark&text=150&view=round&round=1", { view: "round", round: "2" })).toBe(
      "?theme=dark&text=150&view=round&round=2",
    )
    expect(addressOf("?view=round&round=1&lang=en", { view: null, round: null })).toBe("?lang=en")
  })
})

describe("the deployment's configuration", () => {
  const answering = (config: object) => {
    const asked: string[] = []
    const fetch = async (address: string | URL | Request) => {
      asked.push(String(address))
      return new Response(JSON.stringify(config))
    }
    return { asked, fetch: fetch as typeof globalThis.fetch }
  }
  const plain = { api: "/api/v1", contest: "sample", hostOrigins: [] }

  it("is the mini-app's, above the board; the poster's too", async () => {
    const { asked, fetch } = answering(plain)
    await readBoardConfig(fetch, "https://hoi-thi.example/contest/board/?view=round")
    await readBoardConfig(fetch, "https://hoi-thi.example/contest/board/poster")
    expect(asked).toEqual(Array(2).fill("https://hoi-thi.example/contest/config.json"))
  })
  it("opens the contest in the host app where it knows how, else in the mini-app's own page", async () => {
    const linked = answering({ ...plain, hostLink: "https://hue-s.example/open/contest" })
    const page = "https://hoi-thi.example/board/poster"
    expect((await readBoardConfig(linked.fetch, page)).contestLink).toBe("https://hue-s.example/open/contest")
    expect((await readBoardConfig(answering(plain).fetch, page)).contestLink).toBe("https://hoi-thi.example/")
  })
  it("that is none is refused", async () => {
    await expect(readBoardConfig(answering({ html: 1 }).fetch, "https://a.example/board/")).rejects.toThrow()
  })
})
