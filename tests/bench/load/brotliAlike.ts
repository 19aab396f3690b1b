import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants } from "node:zlib"
import type { MiddlewareHandler } from "hono"

const compress = promisify(brotliCompress)
const compressible = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/

/** As servers are set up: files are compressed once and well, what is made for each request quickly. */
const filesQuality = 11
const madeQuality = 5

/** Compresses with brotli what is not compressed yet; `isMade` tells by its path what is made for each request and no file. */
export function brotliAlike(isMade: (path: string) => boolean): MiddlewareHandler {
  const kept = new Map<string, Buffer>()
  const compressed = async (plain: Buffer, quality: number) =>
    compress(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
      },
    })
  async function file(plain: Buffer): Promise<Buffer> {
    const hash = createHash("sha256").update(plain).digest("hex")
    const known = kept.get(hash) ?? (await compressed(plain, filesQuality))
    kept.set(hash, known)
    return known
  }
  return async (c, next) => {
    await next()
    const { status, headers, body } = c.res
    // What the service sends compressed already: its files with brotli as here, answers of its API with gzip.
    if (headers.has("content-encoding")) return
    if (body === null || !compressible.test(headers.get("content-type") ?? "")) return
    if (!/\bbr\b/.test(c.req.header("accept-encoding") ?? "")) return
    const plain = Buffer.from(await c.res.arrayBuffer())
    const small = isMade(c.req.path) ? await compressed(plain, madeQuality) : await file(plain)
    const told = new Headers(headers)
    told.set("content-encoding", "br")
    told.set("content-length", String(small.byteLength))
    told.append("vary", "accept-encoding")
    // Hono would join the headers of the answer that is replaced.
    c.res = undefined
    c.res = new Response(new Uint8Array(small), { status, headers: told })
  }
}
