import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from "node:zlib"
import { Hono } from "hono"
import { beforeAll, describe, expect, it } from "vitest"
import { frontPage } from "../../src/service/frontPage.ts"
import { readContestFolder } from "../../src/service/organiser/contestFolder.ts"
import type { Service } from "../../src/service/service.ts"
import { wholePage } from "../../src/service/wholePage.ts"

const root = fileURLToPath(new URL("../../", import.meta.url))
const product = join(root, "dist/app")
const readme = readFileSync(join(root, "README.md"), "utf8")
const brotli = (content: string | Uint8Array) => brotliCompressSync(content).length
const text = (file: string) => readFileSync(join(product, file), "utf8")
const files = () => readdirSync(product, { recursive: true, encoding: "utf8" })
/** What belongs to the mini-app: its page and its scripts. */
const own = () =>
  files().filter((file) => /^(index\.html|ports-[\w-]{8}\.js|assets\/.*\.(js|css))$/.test(file))
/** The built file of a script, whatever its hash. */
const built = (name: string) => {
  const found = own().filter((file) => new RegExp(`^(assets/)?${name}-[\\w-]{8}\\.js$`).test(file))
  if (found.length !== 1) throw new Error(`${found.length} files for ${name}.js`)
  return String(found[0])
}
/** The page for a phone that has nothing yet, but for what the service tells of its contest. */
const whole = () => wholePage(text("index.html"), text)

/** A script with all scripts that it imports at its head: what comes when it is asked for. */
function withImports(script: string, found = new Set<string>()): Set<string> {
  if (found.has(script)) return found
  found.add(script)
  const atHead = /\b(?:import(?:\{[^}]*\}from)?|hoiThiLater\()["'`]\.\/([\w-]+\.js)["'`]/g
  for (const [, name] of text(script).matchAll(atHead))
    withImports(join(dirname(script), String(name)), found)
  return found
}

/** The 2024 contest's first paper as it goes over the wire. */
async function paperOf2024(): Promise<string> {
  const read = await readContestFolder(join(root, "src/service/contests/hue-s-2024"))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const [{ bank } = { bank: [] }] = read.contest.papers
  const questions = bank.map(({ id, text, options }) => ({ id, text, options }))
  // Any hash: digits that cannot be packed.
  const paperHash = createHash("sha256").update("a paper").digest("hex")
  const paper = { round: 1, division: "all", paperHash, questions }
  return JSON.stringify(paper)
}

/** As much as a browser has read of a compressed page when it has got these bytes of it. */
const unpacked = (part: Uint8Array) =>
  brotliDecompressSync(part, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString()

const total = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + brotli(text(file)), 0)

/** What the README says of sizes, by row, in the order of its table. */
const sizes: [row: string, limit: number, measure: () => number | Promise<number>][] = [
  ["to read the home card: one request", 14_600, () => total(["index.html"])],
  [
    "to answer and submit a round, as a phone gets it that has never been here: one request and the paper",
    36_000,
    async () => brotli(whole()) + brotli(await paperOf2024()),
  ],
  [
    "the same from a plain web server: page, two scripts and paper as files of their own",
    38_200,
    // No service has told it of the contest: it has to read that.
    async () =>
      total(["index.html", ...withImports(built("ports")), ...withImports(built("readViews"))]) +
      brotli(await paperOf2024()),
  ],
  ["service worker", 12_000, () => total(["worker.js"])],
]

beforeAll(() => {
  if (!existsSync(join(product, "index.html"))) throw new Error("the product is not built: npm run build")
})

describe("the bytes of the product, brotli", () => {
  it.each(sizes)("%s: within %d B, and what the README says", async (row, limit, measure) => {
    const size = await measure()
    expect(size).toBeLessThanOrEqual(limit)
    const said = new RegExp(`\\| ${row} \\| ([\\d.]+) KB \\|`).exec(readme)?.[1]
    expect(said).toBe((size / 1000).toFixed(1))
  })

  it("bring the card drawn within the first 6000 B of the page as the service sends it, and the first script within 18000 B", async () => {
    const read = await readContestFolder(join(root, "src/service/contests/hue-s-2024"))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { definition, units } = read.contest
    const entrants = new Map(definition.rounds.map(({ number }) => [number, 26_000 + number]))
    const service = {
      clock: () => Date.parse("2024-11-12T09:00:00.123+07:00"),
      store: {
        contest: async () => ({ definition, units }),
        papers: async () => [],
        entrants: async () => entrants,
        publishedRounds: async () => new Map([[1, Date.parse("2024-11-06T17:00:00+07:00")]]),
      },
    } as unknown as Service
    const hostLink = "https://hue-s.example/hoi-thi"
    const config = {
      api: "/api/v1",
      contest: definition.id,
      hostOrigins: ["https://hue-s.example"],
      hostLink,
    }
    const { homeMarkup } = await import(join(root, "dist/home/homeMarkup.js"))
    const parts = {
      service,
      html: text("index.html"),
      whole: whole(),
      contest: definition.id,
      draw: Promise.resolve(homeMarkup),
      config: () => config,
    }
    const pages = new Hono().get("/", frontPage(parts))
    const send = async (headers: Record<string, string>) => {
      const page = await pages.request("/", { headers: { "accept-encoding": "br", ...headers } })
      return Buffer.from(await page.arrayBuffer())
    }
    const card = /<main>.*26\.003.*<\/main>/s
    const [, script] = /(<script type="module" async>.*?<\/script>)/s.exec(text("index.html")) ?? []
    const first = await send({})
    for (const sent of [first, await send({ "if-none-match": "another" })]) {
      expect(brotliDecompressSync(sent).toString()).toMatch(card)
      expect(unpacked(sent.subarray(0, 6000))).toMatch(card)
      expect(unpacked(sent.subarray(0, 18_000)).includes(String(script))).toBe(true)
    }
    expect(first.length).toBeLessThanOrEqual(41_000)
  })

  it("come in one request up to the home card, and in a second one to the receipt: no style sheet, no chain", () => {
    const page = text("index.html")
    expect([...withImports(built("ports"))]).toEqual([built("ports")])
    expect(readdirSync(join(product, "assets")).filter((file) => file.endsWith(".css"))).toEqual([])
    expect(page.match(/<script type="module"/g)).toHaveLength(1)
    expect(page.match(/<style>/g)).toHaveLength(1)
    expect(page).not.toMatch(/<script[^>]* src=|<link rel="stylesheet"/)
    // What is fetched for later must not come before the paint: only hints, which nothing waits for.
    const links = [...page.matchAll(/<link rel="(\w+)"/g)].map(([, rel]) => rel)
    expect(new Set(links)).toEqual(new Set(["icon", "manifest", "modulepreload"]))
  })

  it("begin without the worker: what registers it is asked for in the first pause", () => {
    const naming = ["index.html", ...withImports(built("ports"))].filter((file) =>
      /serviceWorker\.register|["'`]\.\/worker\.js["'`]/.test(text(file)),
    )
    expect(naming).toEqual([])
    expect(text(built("installWorker"))).toMatch(/["'`]\.\/worker\.js["'`]/)
  })

  it("reach the receipt without what looks after the outbox: a script of its own, asked for by the second one", () => {
    const first = ["index.html", ...withImports(built("ports"))]
    expect(first).not.toContain(built("openCare"))
    // What other tabs are told by.
    expect(first.filter((file) => text(file).includes("BroadcastChannel("))).toEqual([])
    expect(text(built("openCare"))).toContain("BroadcastChannel(")
    expect(text(built("ports"))).toContain(`./${built("openCare")}`)
    expect(text("index.html")).not.toContain(built("openCare"))
  })

  it("hold no hooks of Preact on the way of an entry: its screens keep what they need by signals", () => {
    // What hooks call the place at a component where they lie.
    const withHooks = (scripts: Iterable<string>) =>
      [...scripts].filter((file) => /\.__H\b/.test(text(file))).length
    expect(withHooks(["index.html", ...withImports(built("ports"))])).toBe(0)
    expect(withHooks(withImports(built("ReadingScreens")))).toBe(1)
  })

  it("name no file that is not there", () => {
    for (const file of own())
      for (const [, name] of text(file).matchAll(
        /["'`]\.\/((?:assets\/)?[\w-]+-[\w-]{8}\.(?:js|css))["'`]/g,
      )) {
        const path = join(dirname(file), String(name))
        expect([file, path, files().includes(path)]).toEqual([file, path, true])
      }
  })

  it("lie compressed beside the files, as the service sends them", () => {
    for (const file of own()) {
      const plain = readFileSync(join(product, file))
      expect(brotliDecompressSync(readFileSync(join(product, `${file}.br`))).equals(plain)).toBe(true)
      expect(gunzipSync(readFileSync(join(product, `${file}.gz`))).equals(plain)).toBe(true)
    }
  })

  it("are all in the worker's list, the page as it is served, and nothing that stands in the page", () => {
    const listed = [...text("worker.js").matchAll(/\{url:[`"']([^`"']+)[`"'],revision:/g)].map(
      ([, url]) => url,
    )
    expect(listed.filter((url) => !url?.startsWith("__")).sort()).toEqual(own().sort())
  })
})
