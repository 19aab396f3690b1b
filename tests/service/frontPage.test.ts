import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { Hono } from "hono"
import { afterEach, beforeEach, expect, it } from "vitest"
import type { Told } from "../../src/contract/told.ts"
import { frontPage } from "../../src/service/frontPage.ts"
import { opensAt, type TestService, testService } from "./testService.ts"

const html = '<html><body><div id="app"></div><script type="module">go()</script></body></html>'
const config = { api: "/api/v1", contest: "sample", hostOrigins: [] }

let the: TestService
let store: TestService["service"]["store"]
beforeEach(async () => {
  the = await testService()
  store = the.service.store
  the.setClock(opensAt + 60_000)
})
afterEach(() => the.sql.close())

/** The page's handler over the sample contest; `change` takes the place of parts of the store. */
function pages(
  change: Partial<typeof store> = {},
  contest = "sample",
  page = html,
  draw?: Promise<(state: object) => string>,
) {
  const service = { ...the.service, store: { ...store, ...change } }
  return new Hono().get("/", frontPage({ service, html: page, contest, draw, config: () => config }))
}
const open = async (app: Hono, headers: Record<string, string> = {}) => app.request("/", { headers })
const told = (page: string): Told | null => {
  const [, json] = /<script type="application\/json" id="contest">(.*?)<\/script>/s.exec(page) ?? []
  return json === undefined ? null : (JSON.parse(json) as Told)
}

it("writes configuration, time and contest into the page, before the script that reads them", async () => {
  const page = await (await open(pages())).text()
  expect(told(page)).toMatchObject({
    now: opensAt + 60_000,
    config,
    contest: {
      id: "sample",
      title: "Hội thi mẫu",
      utcOffset: 420,
      rounds: [
        { number: 1, phase: "open", entrants: 0 },
        { number: 2, phase: "upcoming" },
      ],
    },
  })
  expect(page.indexOf("application/json")).toBeLessThan(page.indexOf('type="module"'))
  expect(page.replace(/<script type="application.*?<\/script>/s, "")).toBe(html)
})

it("tells the contest as the API describes it, member by member: the page asks for it no second time", async () => {
  const { utcOffset: _, ...contest } = told(await (await open(pages())).text())?.contest ?? { utcOffset: 0 }
  expect(contest).toEqual(await (await the.app.request("/api/v1/contests/sample")).json())
})

it("brings a browser that has never been here the next script in the page, another one the hint only", async () => {
  const again = `<link rel="modulepreload" href="./ports-1.js">${html}`
  const first = html.replace("</body>", '<script type="module">next()</script></body>')
  const service = the.service
  const app = new Hono().get(
    "/",
    frontPage({ service, html: again, whole: first, contest: "sample", config: () => config }),
  )
  const bare = (page: string) => page.replace(/<script type="application.*?<\/script>/s, "")
  const answer = await open(app)
  expect([bare(await answer.text()), answer.headers.get("link")]).toEqual([first, null])
  const etag = answer.headers.get("etag") ?? ""
  const back = await open(app, { "if-none-match": etag })
  expect([back.status, bare(await back.text())]).toEqual([200, again])
  expect(back.headers.get("link")).toBe("<./ports-1.js>; rel=modulepreload")
  expect((await open(app, { "if-none-match": back.headers.get("etag") ?? "" })).status).toBe(304)
})

it("says in a header what the page will fetch beside it, as the page's own hints do", async () => {
  const hints = '<link rel="modulepreload" href="./assets/ports-1.js"><link rel="icon" href="data:,">'
  const { headers } = await open(pages({}, "sample", hints + html))
  expect(headers.get("link")).toBe("<./assets/ports-1.js>; rel=modulepreload")
  expect((await open(pages())).headers.get("link")).toBeNull()
})

it("puts the drawn card where the page's script will draw it, for the very state that it tells", async () => {
  const draw = Promise.resolve((state: object) => `<p>${(state as Told).contest.title} $&</p>`)
  const page = await (await open(pages({}, "sample", html, draw))).text()
  expect(page).toContain('<div id="app"><p>Hội thi mẫu $&</p></div>')
})

it("draws a state once, however often it is asked for, and the next one anew", async () => {
  const drawn: object[] = []
  const draw = Promise.resolve((state: object) => String(drawn.push(state)))
  const app = pages({}, "sample", html, draw)
  for (let request = 0; request < 20; request++) await open(app)
  expect(drawn).toHaveLength(1)
  the.setClock(opensAt + 120_000)
  await open(app)
  expect(drawn).toHaveLength(2)
})

it("goes out undrawn where drawing fails", async () => {
  const failing = [() => Promise.reject(new Error("not there")), async () => () => JSON.parse("{")]
  for (const draw of failing)
    expect(await (await open(pages({}, "sample", html, draw()))).text()).toContain('<div id="app"></div>')
})

it("ends no element early, whatever the contest is called", async () => {
  const title = "</script><script>alert(1)</script><!-- $& $' \u2028"
  const app = pages({
    async contest(id) {
      const found = await store.contest(id)
      return found && { ...found, definition: { ...found.definition, title } }
    },
  })
  const page = await (await open(app)).text()
  expect(told(page)?.contest.title).toBe(title)
  expect(page.match(/<script/g)).toHaveLength(2)
  expect(page.match(/<\/script>/g)).toHaveLength(2)
  expect(page).not.toContain("<!--")
})

it("tells nobody apart: the same bytes with and without a credential", async () => {
  const app = pages()
  const plain = await (await open(app)).text()
  const token = await the.token("hoa")
  expect(await (await open(app, { authorization: `Bearer ${token}`, cookie: "a=b" })).text()).toBe(plain)
})

it("follows the clock within ten seconds, forwards and back", async () => {
  const app = pages()
  const phases = async () => told(await (await open(app)).text())?.contest.rounds.map(({ phase }) => phase)
  the.setClock(opensAt - 1)
  expect(await phases()).toEqual(["upcoming", "upcoming"])
  the.setClock(opensAt + 9_000)
  expect(await phases()).toEqual(["upcoming", "upcoming"])
  the.setClock(opensAt + 9_999)
  expect(await phases()).toEqual(["open", "upcoming"])
  the.setClock(opensAt - 60_000)
  expect(await phases()).toEqual(["upcoming", "upcoming"])
})

it("asks the database once for everybody in those seconds", async () => {
  let asked = 0
  const app = pages({
    contest(id) {
      asked += 1
      return store.contest(id)
    },
  })
  await Promise.all(Array.from({ length: 20 }, () => open(app)))
  expect(asked).toBe(1)
})

it("goes out compressed as the browser takes it, and not at all when the browser has it", async () => {
  const app = pages()
  const plain = await (await open(app)).text()
  const bytesOf = async (encoding: string) => {
    const answer = await open(app, { "accept-encoding": `${encoding}, deflate` })
    expect([answer.headers.get("content-encoding"), answer.headers.get("vary")]).toEqual([
      encoding,
      "accept-encoding",
    ])
    return Buffer.from(await answer.arrayBuffer())
  }
  expect(brotliDecompressSync(await bytesOf("br")).toString()).toBe(plain)
  expect(gunzipSync(await bytesOf("gzip")).toString()).toBe(plain)

  const etag = (await open(app)).headers.get("etag") ?? ""
  const again = await open(app, { "if-none-match": etag })
  expect([again.status, await again.text()]).toEqual([304, ""])
  the.setClock(opensAt + 3_600_000)
  expect((await open(app, { "if-none-match": etag })).status).toBe(200)
})

it("is the page as built without the contest, and while the database is away", async () => {
  expect(await (await open(pages({}, "nothing"))).text()).toBe(html)
  const away = pages({ contest: () => Promise.reject(new Error("the database is away")) })
  const answer = await open(away)
  expect([answer.status, await answer.text()]).toEqual([200, html])
})
