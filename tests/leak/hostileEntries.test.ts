import * as v from "valibot"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import { type EntryBody, entryBodySchema, maxEntryBytes } from "../../src/contract/entry.ts"
import { entryHash } from "../../src/contract/hash.ts"
import type { Problem } from "../../src/contract/problems.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { contestService } from "../../src/service/app.ts"
import { seededRandom } from "../../src/service/demo/seededRandom.ts"
import { graceEndsAt, opensAt, sampleBank, type TestService, testService } from "../service/testService.ts"
import { mutated } from "./mutateEntry.ts"

/** How many mutations: HOSTILE_ENTRIES=1000000 before a release. */
const count = Number(process.env.HOSTILE_ENTRIES ?? 20_000)
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32))

let the: TestService
let put: (body: Uint8Array<ArrayBuffer>, person: string) => Promise<Response>
let valid: EntryBody
beforeAll(async () => {
  the = await testService()
  the.setClock(opensAt + 1000)
  const contest = await the.service.store.contest("sample")
  const paper = await the.service.store.paper("sample", 1, "all")
  valid = await the.body()
  // Neither changes here, and reading both anew each time is most of the work.
  const store = { ...the.service.store, contest: async () => contest, paper: async () => paper }
  const app = contestService({ ...the.service, store })
  put = async (body, person) => {
    const place = { contest: "sample", round: 1, division: "all", issuedAt: opensAt + 1000 }
    const ticket = await the.service.tickets.issue({ person, ...place }, graceEndsAt)
    return app.request("/api/v1/contests/sample/rounds/1/entry", {
      method: "PUT",
      headers: { authorization: `Bearer ${ticket}`, "content-type": "application/json" },
      body,
    })
  }
})
afterAll(() => the.sql.close())

/** The entry that the bytes are, by the contract and the paper; null where they are none. */
function entryIn(bytes: Uint8Array): EntryBody | null {
  if (bytes.byteLength > maxEntryBytes) return null
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    // No UTF-8 or no JSON: no entry.
    return null
  }
  const parsed = v.safeParse(entryBodySchema, json)
  if (!parsed.success || parsed.output.prediction > 999_999) return null
  const { answers, paperHash } = parsed.output
  const bank = sampleBank()
  const fits =
    Object.keys(answers).length === bank.length &&
    bank.every(
      ({ id, options }) => Object.hasOwn(answers, id) && options.some((option) => option.id === answers[id]),
    )
  // A schema may drop a member without a word: then it is not what was sent.
  const isWhole = canonicalJson(parsed.output) === canonicalJson(json)
  return fits && isWhole && paperHash === valid.paperHash ? parsed.output : null
}

const refusals = ["malformed", "invalid-entry", "paper-stale", "too-large"]

describe("of mutated entries", () => {
  it(`none of ${count} that are no entries any more is taken, and none breaks the service`, async () => {
    const random = seededRandom(seed)
    const codes = new Map<string, number>()
    let still = 0
    for (let done = 0; done < count; ) {
      const bytes = mutated(valid, random)
      const entry = entryIn(bytes)
      if (entry !== null) {
        still += 1
        // What is an entry still: each by a person of its own, as far as there is time.
        if (still <= 300) await takenAsSent(bytes, entry, `still-${still}`)
        continue
      }
      done += 1
      const answer = await put(bytes, "hostile")
      const { code } = (await answer.json()) as Problem
      if (!refusals.includes(code)) throw new Error(told(bytes, `${answer.status} ${code}`))
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect(await the.sql.query("select 1 from entries where person = 'hostile'")).toEqual([])
    expect([...codes.keys()].sort()).toEqual([...refusals].sort())
    expect(the.logged.filter((line) => line.includes("unexpected"))).toEqual([])
    expect(still).toBeGreaterThan(count / 200)
  })

  it("an entry that is none is refused the same with its own person's entry already in", async () => {
    await put(Uint8Array.from(Buffer.from(JSON.stringify(valid))), "entered")
    const random = seededRandom(seed + 1)
    for (let done = 0; done < 200; done += 1) {
      const answer = await put(mutated(valid, random), "entered")
      if (answer.status >= 500 || answer.status === 201) throw new Error(`seed ${seed}: ${answer.status}`)
    }
  })
})

/** Whatever is taken is what was sent; U+0000 and half a surrogate pair are no text, and may be refused as malformed. */
async function takenAsSent(bytes: Uint8Array<ArrayBuffer>, entry: EntryBody, person: string): Promise<void> {
  const answer = await put(bytes, person)
  if (answer.status === 201) {
    const receipt = (await answer.json()) as Receipt
    if (receipt.entryHash === (await entryHash(entry)) && receipt.prediction === entry.prediction) return
    throw new Error(told(bytes, "taken as something else"))
  }
  const { code } = (await answer.json()) as Problem
  if (answer.status >= 500 || !refusals.includes(code))
    throw new Error(told(bytes, `${answer.status} ${code}`))
  if (!/[\0\p{Surrogate}]/u.test(entry.rulesVersion))
    throw new Error(told(bytes, `an entry, refused as ${code}`))
}

function told(bytes: Uint8Array, what: string): string {
  return `${what} (SEED=${seed}): ${Buffer.from(bytes).toString("latin1").slice(0, 600)}`
}
