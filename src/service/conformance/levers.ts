import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import * as v from "valibot"

/** What the operator gives besides the service's address. A lever that is missing leaves its rules "not run". */
export type Levers = {
  fetch: typeof globalThis.fetch
  /** A token of the host with these claims. May leave out or refuse what it would never sign. */
  identity: (claims: Record<string, unknown>) => Promise<string>
  /** Sets the service's clock, which goes on from there or stands still. */
  setClock?: (instant: number) => Promise<void>
  /** Publishes the results of a round that is over. */
  publish?: (contest: string, round: number) => Promise<void>
}

const tokenAnswer = v.object({ token: v.string() })

/** Tokens from a URL: `POST {claims}` gives `{token}`. */
export function identityByUrl(url: string, fetch: typeof globalThis.fetch): Levers["identity"] {
  return async (claims) => v.parse(tokenAnswer, await post(fetch, url, { claims })).token
}

/** Tokens from a shell command: claims as JSON on its standard input, the token on its standard output. */
export function identityByCommand(command: string): Levers["identity"] {
  return async (claims) => {
    const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "inherit"] })
    // A command that ends without reading breaks the pipe; its exit code tells.
    child.stdin.on("error", () => undefined)
    child.stdin.end(JSON.stringify(claims))
    const [output, [exitCode]] = await Promise.all([text(child.stdout), once(child, "close")])
    if (exitCode !== 0) throw new Error(`the identity command ended with code ${exitCode}`)
    return output.trim()
  }
}

/** A clock behind a URL: `POST {"now": instant}`. */
export function clockByUrl(url: string, fetch: typeof globalThis.fetch): NonNullable<Levers["setClock"]> {
  return async (instant) => void (await post(fetch, url, { now: new Date(instant).toISOString() }))
}

/** Publication behind a URL: `POST {"contest", "round"}`. */
export function publishByUrl(url: string, fetch: typeof globalThis.fetch): NonNullable<Levers["publish"]> {
  return async (contest, round) => void (await post(fetch, url, { contest, round }))
}

async function post(fetch: typeof globalThis.fetch, url: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" }
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${answer.slice(0, 200)}`)
  return answer === "" ? null : JSON.parse(answer)
}
