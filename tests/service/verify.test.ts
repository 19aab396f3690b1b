import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { amendRound } from "../../src/service/organiser/amend.ts"
import { takeDueCheckpoints } from "../../src/service/organiser/checkpoint.ts"
import { excludePerson } from "../../src/service/organiser/exclude.ts"
import { type BundleFile, parseBundle } from "../../src/service/organiser/verify/bundle.ts"
import { verifyBundle } from "../../src/service/organiser/verify/verify.ts"
import { enter, publish } from "./publishedRound.ts"
import { graceEndsAt, opensAt, type TestService, testService } from "./testService.ts"

let the: TestService
let published: BundleFile

beforeAll(async () => {
  the = await testService((file) => {
    Object.assign(file.awards, {
      individual: [
        { id: "first", name: "Giải Nhất", count: 1, requiresAllCorrect: true },
        { id: "second", name: "Giải Nhì", count: 3 },
      ],
      collective: [{ kinds: ["locality", "agency"], count: 1 }],
    })
    Object.assign(file, { standings: { minEntrants: 2 } })
  })
  const receipts = the.service.receipts
  let juryCode = ""
  for (let one = 0; one < 24; one += 1) {
    const person = {
      person: `P${one}`,
      wrong: one % 4,
      prediction: 4 + (one % 5),
      afterSeconds: 1000 * one,
      unit: one % 3 ? "ward" : "office",
    }
    const { code } = await enter(the, person)
    if (one === 5) juryCode = code
    if (one % 8 === 7) await takeDueCheckpoints(the.sql, receipts, opensAt + 1000 * one * 1000 + 500)
  }
  await publish(the)
  await excludePerson(
    the.sql,
    receipts,
    { contest: "sample", codeOrReference: juryCode, reason: "Giám khảo", who: "o" },
    graceEndsAt,
  )
  const request = {
    contest: "sample",
    round: 1,
    question: "r1q02",
    amendment: { kind: "accept", options: ["c"] } as const,
    reason: "y",
    who: "o",
  }
  await amendRound(the.sql, receipts, request, graceEndsAt, true)
  published = await bundleOf(the)
})
afterAll(() => the.sql.close())

async function bundleOf(the: TestService): Promise<BundleFile> {
  const json = async (path: string) => (await the.api("GET", path)).json as never
  const keys = await (await the.app.request("/api/v1/keys")).json()
  return {
    round: 1,
    contest: await json(""),
    keys,
    papers: [await json("/rounds/1/paper")],
    results: [await json("/rounds/1/results")],
    checkpoints: ((await json("/rounds/1/checkpoints")) as { checkpoints: BundleFile["checkpoints"] })
      .checkpoints,
    revisions: ((await json("/rounds/1/revisions")) as { revisions: BundleFile["revisions"] }).revisions,
    ledger: (await the.api("GET", "/rounds/1/ledger")).text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    standings: await json("/standings"),
  }
}

const verdict = async (change: (bundle: BundleFile) => void) => {
  const changed = structuredClone(published)
  change(changed)
  return verifyBundle(parseBundle(changed))
}
const where = async (change: (bundle: BundleFile) => void) => {
  const verified = await verdict(change)
  return verified.agrees ? "khớp" : verified.where
}
const results = (bundle: BundleFile) => bundle.results[0] as BundleFile["results"][number]
const row = (bundle: BundleFile, at: number) => bundle.ledger[at] as BundleFile["ledger"][number]

describe("verify", () => {
  it("agrees with what was published: several checkpoints, an exclusion, an amendment", async () => {
    expect(published.checkpoints.length).toBeGreaterThan(2)
    expect(published.revisions.length).toBe(2)
    expect(await verdict(() => undefined)).toEqual({ agrees: true, rows: 24 })
  })

  it("names the first bad row of the ledger", async () => {
    const place = fc.nat(23)
    await fc.assert(
      fc.asyncProperty(place, async (at) => {
        const name = `ledger row ${at}`
        expect(await where((bundle) => (row(bundle, at).prediction += 1))).toContain(name)
        expect(await where((bundle) => (row(bundle, at).answers.r1q01 = "d"))).toContain(name)
        expect(await where((bundle) => (row(bundle, at).late = true))).toContain(name)
        expect(await where((bundle) => (row(bundle, at).receivedAt = "2024-10-28T00:00:00.000Z"))).toContain(
          name,
        )
        expect(await where((bundle) => (row(bundle, at).code = "HS1-0000-0000-0"))).toContain(name)
        expect(await where((bundle) => bundle.ledger.splice(at, 0, row(bundle, at)))).toContain(
          `ledger row ${at + 1}`,
        )
        // Dropped at the end, no row is left to name: then it is the checkpoint that counts one more.
        expect(await where((bundle) => bundle.ledger.splice(at, 1))).toContain(
          at === 23 ? "checkpoint of" : name,
        )
      }),
      { numRuns: 12 },
    )
  })

  it("names a moved row", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(22), fc.nat(22), async (from, to) => {
        fc.pre(from !== to)
        const moved = (bundle: BundleFile) => bundle.ledger.splice(to, 0, ...bundle.ledger.splice(from, 1))
        expect(await where(moved)).toContain(`ledger row ${Math.min(from, to)}`)
      }),
      { numRuns: 12 },
    )
  })

  it("is not deceived by rows whose own leaf and place were mended: the signed root holds them", async () => {
    const drop = (bundle: BundleFile) => {
      bundle.ledger.splice(3, 1)
      for (const [index, line] of bundle.ledger.entries()) line.index = index
    }
    expect(await where(drop)).toMatch(/^checkpoint of /)
  })

  const digest = "0".repeat(64)
  const changes: [string, (bundle: BundleFile) => void, RegExp][] = [
    ["a checkpoint's count", (b) => ((b.checkpoints[1] as { count: number }).count += 1), /^checkpoint of/],
    ["a checkpoint's root", (b) => ((b.checkpoints[0] as { root: string }).root = digest), /^checkpoint of/],
    [
      "a checkpoint's time",
      (b) => ((b.checkpoints[0] as { at: string }).at = "2024-10-28T01:00:00.000Z"),
      /^checkpoint of/,
    ],
    [
      "a checkpoint's signature",
      (b) => ((b.checkpoints[0] as { signature: string }).signature = "a.b.c"),
      /^checkpoint of/,
    ],
    ["the final checkpoint dropped", (b) => b.checkpoints.pop(), /^checkpoints/],
    ["two checkpoints swapped", (b) => b.checkpoints.reverse(), /^checkpoint/],
    ["the key", (b) => (results(b).reveal.key.r1q01 = ["b"]), /key and nonce/],
    ["the nonce", (b) => (results(b).reveal.nonce = digest), /key and nonce/],
    ["the seed", (b) => (results(b).reveal.seed = digest), /seed/],
    ["the root", (b) => (results(b).reveal.root = digest), /root/],
    [
      "an accepted option",
      (b) => ((results(b).questions[4] as { accepted: string[] }).accepted = ["b"]),
      /accepted options of r1q05/,
    ],
    ["an amendment hidden", (b) => b.revisions.pop(), /revision/],
    ["an exclusion hidden", (b) => (results(b).excluded = []), /report, entrants/],
    [
      "a stranger excluded",
      (b) => results(b).excluded.push({ code: "HS1-0000-0000-0", reason: "" }),
      /excluded HS1/,
    ],
    ["a figure of the report", (b) => (results(b).report.atLeast75 += 1), /report, atLeast75/],
    ["a winner's rank", (b) => ((results(b).awards[1]?.winner as { rank: number }).rank = 9), /award 2/],
    [
      "a winner's code",
      (b) => ((results(b).awards[2]?.winner as { code: string }).code = "HS1-0000-0000-0"),
      /award 3/,
    ],
    [
      "a winner's time",
      (b) =>
        ((results(b).awards[0]?.winner as { receivedAt: string }).receivedAt = "2024-10-28T00:00:00.000Z"),
      /award 1/,
    ],
    [
      "a winner's name",
      (b) => ((results(b).awards[0]?.winner as { name: string }).name = "Trần Văn M***"),
      /results of all/,
    ],
    [
      "a winner's unit",
      (b) => ((results(b).awards[0]?.winner as { unit: string }).unit = "Nơi khác"),
      /results of all/,
    ],
    ["two awards swapped", (b) => results(b).awards.reverse(), /award 1/],
    ["an award dropped", (b) => results(b).awards.pop(), /number of awards/],
    [
      "a question of the paper",
      (b) => ((b.papers[0]?.questions[0] as { text: string }).text = "Khác?"),
      /paper of all/,
    ],
    [
      "a unit's total",
      (b) => ((b.standings.leagues[0]?.rows[0]?.perRound[0] as { entrants: number }).entrants += 1),
      /standings, league 1/,
    ],
    [
      "a unit's rank",
      (b) => ((b.standings.leagues[0]?.rows[1] as { rank: number }).rank = 7),
      /standings, league 1, row 2/,
    ],
  ]
  it.each(changes)("disagrees where %s was changed", async (_, change, place) => {
    expect(await where(change)).toMatch(place)
  })

  it("lets each entrant prove the own row", async () => {
    const line = row(published, 7)
    const proof = await the.api("GET", `/rounds/1/ledger/${line.code.toLowerCase()}`)
    expect(proof.json).toMatchObject({
      index: 7,
      count: 24,
      root: results(published).reveal.root,
      row: { code: line.code },
    })
    expect((await the.api("GET", "/rounds/1/ledger/HS1-0000-0000-0")).status).toBe(404)
  })
})
