import { Hono } from "hono"
import { type FinishedTree, finishedTree } from "../../contest/merkle.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import { readEntryCode } from "../../contract/entryCode.ts"
import type { LedgerLine, LedgerProof, LedgerRow } from "../../contract/ledger.ts"
import { leafOf } from "../organiser/ledgerRows.ts"
import type { Service } from "../service.ts"
import { sha256 } from "../sha256.ts"
import { roundOf } from "./lookUp.ts"
import { Refusal } from "./problem.ts"

/** Checkpoints at any time; ledger, rows with their proof and revisions after publication. The same for everyone. */
export function ledgerRoutes(service: Service): Hono {
  const { store } = service
  const app = new Hono()
  const base = "/contests/:contest/rounds/:round"
  const proofs = proofKeeper(service)

  app.get(`${base}/checkpoints`, async (c) => {
    const { definition, round } = await roundOf(service, c.req.param("contest"), c.req.param("round"))
    const checkpoints = await store.checkpoints(definition.id, round.number)
    return c.json({ checkpoints }, 200, { "cache-control": "public, max-age=60" })
  })
  app.get(`${base}/ledger`, async (c) => {
    const { contest, round } = await publishedRound(service, c.req.param("contest"), c.req.param("round"))
    return new Response(ndjson(store.ledger(contest, round)), {
      headers: { "content-type": "application/x-ndjson", "cache-control": "public, max-age=3600" },
    })
  })
  app.get(`${base}/ledger/:code`, async (c) => {
    const { contest, round } = await publishedRound(service, c.req.param("contest"), c.req.param("round"))
    const code = readEntryCode(c.req.param("code"))
    const proof = code === null ? null : await proofs(contest, round, code)
    if (!proof) throw new Refusal("entry-unknown")
    return c.json(proof, 200, { "cache-control": "public, max-age=3600" })
  })
  app.get(`${base}/revisions`, async (c) => {
    const { contest, round } = await publishedRound(service, c.req.param("contest"), c.req.param("round"))
    return c.json({ revisions: await store.revisions(contest, round) }, 200, {
      "cache-control": "public, max-age=60",
    })
  })
  return app
}

async function publishedRound(
  service: Service,
  id: string,
  number: string,
): Promise<{ contest: string; round: number }> {
  const { definition, round } = await roundOf(service, id, number)
  const published = await service.store.publishedRounds(definition.id)
  if (!published.has(round.number)) throw new Refusal("results-not-published", { retryAfterSeconds: 300 })
  return { contest: definition.id, round: round.number }
}

function ndjson(rows: AsyncIterable<LedgerRow>): ReadableStream<Uint8Array> {
  const iterator = rows[Symbol.asyncIterator]()
  let index = 0
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      // Some hundred rows a chunk: one at a time costs more than the rows.
      const lines: string[] = []
      while (lines.length < 500) {
        const { done, value } = await iterator.next()
        if (done) {
          if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")))
          controller.close()
          return
        }
        lines.push(`${canonicalJson({ ...value, index, leaf: leafOf(value) } satisfies LedgerLine)}\n`)
        index += 1
      }
      controller.enqueue(encoder.encode(lines.join("")))
    },
  })
}

/** A published ledger never changes: the tree of the round asked for last is kept. */
function proofKeeper({
  store,
}: Service): (contest: string, round: number, code: string) => Promise<LedgerProof | null> {
  let last: { name: string; tree: FinishedTree; places: Map<string, number> } | null = null
  return async (contest, round, code) => {
    // The root is part of the name: the demo can begin anew, with another ledger for the same round.
    const name = `${contest} ${round} ${(await store.checkpoints(contest, round)).at(-1)?.root}`
    if (last?.name !== name) {
      const leaves: string[] = []
      const places = new Map<string, number>()
      for await (const row of store.ledger(contest, round)) {
        places.set(row.code, leaves.length)
        leaves.push(leafOf(row))
      }
      last = { name, tree: finishedTree(leaves, sha256), places }
    }
    const { tree, places } = last
    const index = places.get(code)
    if (index === undefined) return null
    for await (const row of store.ledger(contest, round, index)) {
      return { row, index, count: places.size, path: tree.path(index), root: tree.root }
    }
    return null
  }
}
