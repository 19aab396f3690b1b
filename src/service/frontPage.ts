import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, gzip } from "node:zlib"
import type { Context, Handler } from "hono"
import type * as v from "valibot"
import type { clientConfigSchema } from "../contract/clientConfigSchema.ts"
import { toldId } from "../contract/told.ts"
import { contestAnswer } from "./routes/contests.ts"
import type { Service } from "./service.ts"
import { steadyOffset } from "./steadyOffset.ts"

/** How old the state in the page may be: no more than what the service remembers of its entrants. */
const keptMs = 10_000

type FrontPageParts = {
  service: Service
  /** The page as built. */
  html: string
  /** The page for a browser that has never been here (wholePage.ts); without it that gets the same. */
  whole?: string | undefined
  /** Id of the contest. */
  contest: string
  /** Draws the first screen of a state (app/homeMarkup.tsx, built); without it the page's own script does that alone. */
  draw?: Promise<(state: object) => string> | undefined
  /** `config.json` for this request. */
  config: (c: Context) => Config
}

type Config = v.InferInput<typeof clientConfigSchema>

const encoders = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/**
 * Serves the page with its contest in it (contract/told.ts), so that nothing on the screen waits for a second request.
 * Nothing in it is about a person. Put together and compressed once in ten seconds at most, whatever the number of
 * requests; without the contest, or with the database away, the page goes out as built and finds out by itself.
 */
export function frontPage({ service, html, whole = html, contest, draw, config }: FrontPageParts): Handler {
  let told: { at: number; contest: Promise<ContestTold | null> } | null = null
  let latest: { contest: ContestTold; config: string; pages: Promise<{ first: Page; again: Page }> } | null =
    null

  const plain = pageOf(html)
  // Each state that is not drawn says so; until there is one nobody waits for this.
  draw?.catch(() => undefined)

  const toldNow = (now: number) => {
    // Both ways: a demo's clock is set back, too.
    if (told && Math.abs(now - told.at) < keptMs) return told
    told = { at: now, contest: contestTold(service, contest).catch(() => null) }
    return told
  }

  return async (c) => {
    const { at, contest } = toldNow(service.clock())
    const state = await contest
    if (!state) return plain(c)
    const own = config(c)
    const known = JSON.stringify(own)
    if (latest?.contest !== state || latest.config !== known) {
      const put = stateIn({ now: at, config: own, contest: state }, draw)
      const pages = put.then((into) => ({ first: pageOf(into(whole)), again: pageOf(into(html)) }))
      latest = { contest: state, config: known, pages }
    }
    const { first, again } = await latest.pages
    return (c.req.header("if-none-match") ? again : first)(c)
  }
}

/** The contest as the API describes it to everybody; null: no such contest. */
async function contestTold(service: Service, id: string) {
  const stored = await service.store.contest(id)
  if (!stored) return null
  const answer = await contestAnswer(service, stored)
  return { ...answer, utcOffset: steadyOffset(answer.timeZone, answer.rounds) }
}

type ContestTold = NonNullable<Awaited<ReturnType<typeof contestTold>>>

/**
 * Puts into a page the state before the first script, which reads it, and what it looks like where that script will draw
 * it. The state as JSON, which nothing executes; no "<" in it can end the element.
 */
async function stateIn(state: object, draw: FrontPageParts["draw"]): Promise<(html: string) => string> {
  const drawn = await draw
    ?.then((drawHome) => drawHome(state))
    .catch((reason) => {
      // The page's own script draws it then, a moment later.
      console.error("the first screen was not drawn ahead:", reason)
      return ""
    })
  const json = JSON.stringify(state).replace(/</g, "\\u003c")
  const element = `<script type="application/json" id="${toldId}">${json}</script>`
  return (html) =>
    html
      .replace('<div id="app">', (root) => root + (drawn ?? ""))
      .replace("<script", (script) => element + script)
}

type Page = (c: Context) => Promise<Response>

/** Answers with the page in the encoding that the browser takes, each compressed when it is first asked for. */
function pageOf(text: string): Page {
  const link = hintsIn(text)
  const etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`
  const bodies = new Map<string, Promise<Buffer>>()
  return async (c) => {
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      vary: "accept-encoding",
      etag,
      ...(link && { link }),
    }
    if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers)
    const accepted = c.req.header("accept-encoding") ?? ""
    const encoding = (["br", "gzip"] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted))
    if (!encoding) return c.body(text, 200, headers)
    const body = bodies.get(encoding) ?? encoders[encoding](text)
    bodies.set(encoding, body)
    return c.body(new Uint8Array(await body), 200, { ...headers, "content-encoding": encoding })
  }
}

/** The page's hints what to fetch beside it, as a header: the browser has that before it has read the page. */
function hintsIn(html: string): string {
  const links = html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)
  return [...links].map(([, href]) => `<${href}>; rel=modulepreload`).join(", ")
}
