import { beforeEach, describe, expect, it } from "vitest"
import type { ContestStore, StoredEntry } from "../../../src/service/store/contestStore.ts"
import { sampleDefinition } from "../../contest/sampleDefinition.ts"
import { opensAt, sampleUnits, testService } from "../../service/testService.ts"
import { memoryContestStore } from "./memoryContestStore.ts"
import { samplePapers } from "./samplePapers.ts"

type Subject = {
  store: ContestStore
  exclude(person: string): Promise<unknown>
  freeze(round: number): Promise<unknown>
  refusedAttempts(): Promise<number>
  close(): Promise<void>
}

async function overMemory(): Promise<Subject> {
  const definition = sampleDefinition()
  const store = memoryContestStore({ definition, units: sampleUnits }, await samplePapers(definition))
  return {
    store,
    exclude: async (person) => store.excluded.add(`sample/${person}`),
    freeze: async (round) => store.frozenRounds.add(`sample/${round}`),
    refusedAttempts: async () => store.refused.length,
    close: async () => {},
  }
}

async function overPglite(): Promise<Subject> {
  const { service, sql } = await testService()
  return {
    store: service.store,
    exclude: (person) =>
      sql.query("insert into exclusions values ('sample', $1, 'test', $2)", [person, at(0)]),
    freeze: (round) => sql.query("insert into frozen_rounds values ('sample', $1, $2)", [round, at(0)]),
    refusedAttempts: async () => (await sql.query("select 1 from refused_attempts")).length,
    close: () => sql.close(),
  }
}

const at = (seconds: number) => new Date(opensAt + seconds * 1000).toISOString()
const lan = {
  person: "lan",
  reference: "K-1",
  account: "vneid",
  division: "all",
  unit: "ward",
  declared: true,
}
const entryOf = (person: string, changes: Partial<StoredEntry> = {}): StoredEntry => ({
  round: 1,
  person,
  division: "all",
  unit: "ward",
  code: `HS1-${person}`,
  body: {
    answers: { r1q01: "a" },
    prediction: 1,
    paperHash: "p",
    rulesVersion: "1",
    answeredAt: at(0),
  },
  entryHash: "h1",
  receivedAt: opensAt,
  late: false,
  receipt: `{"of":"${person}"}`,
  ...changes,
})

// The claims that the simulation relies on: it runs over the first, the service over the second.
describe.each([
  ["in memory", overMemory],
  ["over PGlite", overPglite],
])("a contest store %s", (_, open) => {
  let the: Subject
  beforeEach(async () => {
    the = await open()
    return () => the.close()
  })

  it("gives the contest and its papers, and nothing of others", async () => {
    expect((await the.store.contest("sample"))?.definition.id).toBe("sample")
    expect(await the.store.contest("other")).toBeNull()
    expect((await the.store.paper("sample", 1, "all"))?.bank).toHaveLength(15)
    expect(await the.store.paper("sample", 9, "all")).toBeNull()
    expect(await the.store.paper("other", 1, "all")).toBeNull()
  })

  it("keeps one entry of a person and round, whatever comes second", async () => {
    const outcomes = await Promise.all(
      ["h1", "h2", "h3"].map((entryHash) =>
        the.store.insertEntry("sample", entryOf("lan", { entryHash, code: `HS1-${entryHash}` })),
      ),
    )
    expect(outcomes).toEqual(["stored", "already-entered", "already-entered"])
    expect((await the.store.standing("sample", 1, "lan")).counted).toEqual({
      receipt: '{"of":"lan"}',
      entryHash: "h1",
    })
    expect((await the.store.standing("sample", 2, "lan")).counted).toBeNull()
    expect((await the.store.standing("sample", 1, "minh")).counted).toBeNull()
    expect(await the.store.insertEntry("sample", entryOf("lan", { round: 2 }))).toBe("stored")
    expect(await the.store.receiptsOf("sample", "lan")).toEqual([
      { round: 1, receipt: '{"of":"lan"}' },
      { round: 2, receipt: '{"of":"lan"}' },
    ])
  })

  it("gives a code out once a round, and says first that the person has entered", async () => {
    await the.store.insertEntry("sample", entryOf("lan"))
    expect(await the.store.insertEntry("sample", entryOf("minh", { code: "HS1-lan" }))).toBe("code-taken")
    expect(await the.store.insertEntry("sample", entryOf("lan"))).toBe("already-entered")
    expect((await the.store.standing("sample", 1, "minh")).counted).toBeNull()
  })

  it("takes nothing into a frozen round", async () => {
    await the.freeze(1)
    expect(await the.store.insertEntry("sample", entryOf("lan"))).toBe("frozen")
    expect(await the.store.insertEntry("sample", entryOf("lan", { round: 2 }))).toBe("stored")
  })

  it("freezes division and unit with the first entry, not before", async () => {
    expect(await the.store.saveParticipant("sample", lan)).toEqual({ division: "all", unit: "ward" })
    const { unit: _, ...without } = lan
    expect(await the.store.saveParticipant("sample", without)).toEqual({ division: "all" })
    expect((await the.store.standing("sample", 1, "lan")).frozen).toBeNull()
    await the.store.insertEntry("sample", entryOf("lan", { unit: "office" }))
    expect((await the.store.standing("sample", 2, "lan")).frozen).toEqual({ division: "all", unit: "office" })
    expect(await the.store.saveParticipant("sample", lan)).toEqual({ division: "all", unit: "office" })
  })

  it("takes no entry of one excluded, nor under another division or unit than the frozen ones", async () => {
    await the.exclude("minh")
    expect(await the.store.insertEntry("sample", entryOf("minh"))).toBe("barred")
    await the.store.saveParticipant("sample", lan)
    await the.store.insertEntry("sample", entryOf("lan"))
    const { unit: _, ...without } = entryOf("lan", { round: 2 })
    for (const entry of [
      { ...without, unit: "office" },
      without,
      { ...without, unit: "ward", division: "x" },
    ])
      expect(await the.store.insertEntry("sample", entry)).toBe("barred")
    expect(await the.store.insertEntry("sample", { ...without, unit: "ward" })).toBe("stored")
  })

  it("knows who is excluded", async () => {
    await the.exclude("lan")
    expect(await the.store.isExcluded("sample", "lan")).toBe(true)
    expect((await the.store.standing("sample", 1, "lan")).excluded).toBe(true)
    expect((await the.store.standing("sample", 1, "minh")).excluded).toBe(false)
  })

  it("keeps an attempt that came too late once", async () => {
    for (const hash of ["h1", "h1", "h2"])
      await the.store.keepRefusedAttempt("sample", 1, "lan", "{}", hash, opensAt)
    expect(await the.refusedAttempts()).toBe(2)
  })
})
