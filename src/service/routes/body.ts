import type { Instant } from "../../contest/vocabulary.ts"
import type { Clock } from "../clock.ts"
import { Refusal } from "./problem.ts"

/** A JSON body, with the instant at which its last byte had been read. */
export type ReadBody = { value: unknown; receivedAt: Instant }

/**
 * Reads a JSON body. Refuses with `media-type` (not application/json), `too-large` (over `maxBytes`), `busy` (not there
 * within `timeoutMs`: the phone's network is slow, the same may be sent again), `malformed` (no UTF-8, no JSON, nested
 * deeper than `maxDepth`, with a member of an unsafe name or a text that is none). The clock is read before anything is parsed.
 */
export async function readJson(
  request: Request,
  clock: Clock,
  limits: { maxBytes: number; maxDepth: number; timeoutMs: number },
): Promise<ReadBody> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (mediaType !== "application/json") throw new Refusal("media-type")
  if (Number(request.headers.get("content-length")) > limits.maxBytes) throw new Refusal("too-large")
  const bytes = await readBytes(request, limits.maxBytes, limits.timeoutMs)
  const receivedAt = clock()
  const value = parse(bytes)
  checkShape(value, limits.maxDepth)
  return { value, receivedAt }
}

async function readBytes(request: Request, maxBytes: number, timeoutMs: number): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal("busy", { detail: "the body came too slowly" })), timeoutMs)
  })
  try {
    // A length that was announced was checked, and HTTP holds a body to it: it may come in one piece, without a stream.
    const isBounded = request.headers.has("content-length")
    return await (isBounded ? inOnePiece(request, maxBytes, tooSlow) : piecemeal(request, maxBytes, tooSlow))
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The connection broke in the middle of the body.
    throw new Refusal("malformed", { detail: "the body ended early" })
  } finally {
    clearTimeout(timer)
  }
}

async function inOnePiece(request: Request, maxBytes: number, tooSlow: Promise<never>): Promise<Uint8Array> {
  const bytes = new Uint8Array(await Promise.race([request.arrayBuffer(), tooSlow]))
  if (bytes.byteLength > maxBytes) throw new Refusal("too-large")
  return bytes
}

async function piecemeal(request: Request, maxBytes: number, tooSlow: Promise<never>): Promise<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), tooSlow])
      if (done) return Buffer.concat(chunks)
      size += value.byteLength
      if (size > maxBytes) throw new Refusal("too-large")
      chunks.push(value)
    }
  } catch (error) {
    // Nobody reads on; a failing cancel changes nothing about the refusal.
    reader.cancel().catch(() => undefined)
    throw error
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    // TypeError of the decoder or SyntaxError of the parser: both mean the same to the client.
    throw new Refusal("malformed", { detail: "the body is not JSON in UTF-8" })
  }
}

// Assignments to the first change an object instead of adding to it, and the schema library drops all three without a
// word: what is stored and hashed would not be what was sent.
const unsafeNames = ["__proto__", "constructor", "prototype"]

// Half of a pair is no character: UTF-8 cannot write it, so what a database keeps would not be what was hashed.
const loneSurrogate = /\p{Surrogate}/u

function checkShape(value: unknown, depthLeft: number): void {
  if (typeof value === "string" && loneSurrogate.test(value))
    throw new Refusal("malformed", { detail: "the body holds half of a surrogate pair, which is no text" })
  if (value === null || typeof value !== "object") return
  if (depthLeft === 0) throw new Refusal("malformed", { detail: "the body is nested too deeply" })
  for (const name of unsafeNames) {
    if (Object.hasOwn(value, name))
      throw new Refusal("malformed", { detail: `the body has a member "${name}"` })
  }
  for (const member of Object.values(value)) checkShape(member, depthLeft - 1)
}
