import { createHash } from "node:crypto"
import type { Hono } from "hono"
import { seedCommitment } from "../../src/contest/commitment.ts"
import type { BankQuestion } from "../../src/contest/vocabulary.ts"
import { contestService } from "../../src/service/app.ts"
import { takeCheckpoint } from "../../src/service/organiser/checkpoint.ts"
import { loadContest } from "../../src/service/organiser/load.ts"
import type { Service } from "../../src/service/service.ts"
import { definitionFile } from "../contest/sampleDefinition.ts"
import {
  opensAt,
  sampleBank,
  sampleUnits,
  type TestService,
  testService,
  weekMs,
} from "../service/testService.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

/** One of two services that are the same in everything but the answer key. */
export type Twin = { app: Hono; logged: string[]; checkpoint: (now: number) => Promise<unknown> }

/** A mistake in a service. */
export type Spoil = (service: Service) => Service

export type Twins = {
  first: Twin
  second: Twin
  /** What they share: clock, issuer, keys. */
  the: TestService
  close: () => Promise<void>
}

/** The sample questions with all that is secret about them changed: key, number of accepted options, explanation, source. */
function otherKey(round: number): BankQuestion[] {
  return sampleBank(round).map((question, index) => ({
    ...question,
    accepted: index % 3 === 0 ? ["b", "d"] : ["d"],
    explanation: `Một lời giải thích khác hẳn, dài hơn nhiều, cho câu ${index}`,
    source: "Một nguồn khác",
    asOf: "2023-01-01",
  }))
}

/**
 * Two services with the same clock, entrants, random bytes, seeds, tickets and keys of signing, over databases of their
 * own, whose papers differ in nothing but the key. `spoil` makes a mistake in the second one.
 */
export async function openTwins(spoil: Spoil = (service) => service): Promise<Twins> {
  const the = await testService()
  const other = await testService()
  const { definition } = the
  const papers = definition.rounds.map(({ number: round }) => ({
    round,
    division: "all",
    bank: otherKey(round),
  }))
  const folder = { definition, definitionFile: definitionFile(), units: sampleUnits, papers, practice: [] }
  const loaded = await loadContest(other.sql, folder, "test", opensAt - weekMs)
  if (!loaded.ok) throw new Error(loaded.locked.join())
  for (const { sql } of [the, other]) {
    const seed = sha256("the same seed")
    await sql.query("update papers set seed = $1, seed_commitment = $2", [seed, seedCommitment(seed, sha256)])
  }
  return {
    the,
    first: twin(the, the.service, (service) => service),
    second: twin(other, the.service, spoil),
    close: async () => {
      await the.sql.close()
      await other.sql.close()
    },
  }
}

function twin({ sql, service: own }: TestService, shared: Service, spoil: Spoil): Twin {
  const logged: string[] = []
  const service = spoil({
    ...shared,
    store: own.store,
    randomBytes: countedBytes(),
    // Stands still: how long an answer took is no matter here.
    timer: () => 0,
    log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
  })
  const checkpoint = (now: number) => takeCheckpoint(sql, shared.receipts, "sample", 1, now, false)
  return { app: contestService(service), logged, checkpoint }
}

/** The same bytes in the same order, from each call of this function on. */
function countedBytes(): (count: number) => Uint8Array {
  let drawn = 0
  return (count) => {
    drawn += 1
    return createHash("sha256").update(`draw ${drawn}`).digest().subarray(0, count)
  }
}
