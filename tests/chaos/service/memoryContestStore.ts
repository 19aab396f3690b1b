import { canonicalJson } from "../../../src/contract/canonicalJson.ts"
import type {
  ContestStore,
  Participant,
  StoredContest,
  StoredEntry,
  StoredPaper,
} from "../../../src/service/store/contestStore.ts"

/** A participant with what the first entry froze. */
type Known = Participant & { frozen: boolean }

export type MemoryContestStore = ContestStore & {
  /** Entries by contest, round and person. */
  entries: Map<string, StoredEntry>
  /** Bodies that came too late. */
  refused: string[]
  frozenRounds: Set<string>
  excluded: Set<string>
}

/** The key of an entry. */
export function entryKey(contest: string, round: number, person: string): string {
  return `${contest}/${round}/${person}`
}

/**
 * The contest store in memory, for simulations: everything on the way of an entry, as the SQL store does it (one suite
 * runs over both). What the way of an entry does not touch rejects.
 */
export function memoryContestStore(contest: StoredContest, papers: StoredPaper[]): MemoryContestStore {
  const entries = new Map<string, StoredEntry>()
  const codes = new Set<string>()
  const participants = new Map<string, Known>()
  const frozenRounds = new Set<string>()
  const excluded = new Set<string>()
  const refused: string[] = []
  const keptAttempts = new Set<string>()
  const placeOf = ({ division, unit }: { division: string; unit?: string }) => ({
    division,
    ...(unit === undefined ? {} : { unit }),
  })
  const onTheWay: Partial<ContestStore> = {
    contests: async () => [contest],
    contest: async (id) => (id === contest.definition.id ? contest : null),
    papers: async () => papers,
    paper: async (id, round, division) =>
      id === contest.definition.id
        ? (papers.find((paper) => paper.round === round && paper.division === division) ?? null)
        : null,
    async saveParticipant(id, participant) {
      const key = `${id}/${participant.person}`
      const known = participants.get(key)
      const {
        division: _,
        unit: __,
        declared,
        ...who
      } = {
        ...(known?.name === undefined ? {} : { name: known.name }),
        ...participant,
      }
      const place = known?.frozen
        ? { ...placeOf(known), declared: known.declared }
        : { ...placeOf(participant), declared }
      participants.set(key, { ...who, ...place, frozen: known?.frozen ?? false })
      return placeOf(place)
    },
    isExcluded: async (id, person) => excluded.has(`${id}/${person}`),
    async standing(id, round, person) {
      const entry = entries.get(entryKey(id, round, person))
      const known = participants.get(`${id}/${person}`)
      return {
        counted: entry ? { receipt: entry.receipt, entryHash: entry.entryHash } : null,
        excluded: excluded.has(`${id}/${person}`),
        frozen: known?.frozen ? placeOf(known) : null,
      }
    },
    async insertEntry(id, entry) {
      const key = entryKey(id, entry.round, entry.person)
      if (entries.has(key)) return "already-entered"
      const code = `${id}/${entry.round}/${entry.code}`
      if (codes.has(code)) return "code-taken"
      if (frozenRounds.has(`${id}/${entry.round}`)) return "frozen"
      const known = participants.get(`${id}/${entry.person}`)
      const isElsewhere = known?.frozen && (known.division !== entry.division || known.unit !== entry.unit)
      if (isElsewhere || excluded.has(`${id}/${entry.person}`)) return "barred"
      entries.set(key, structuredClone(entry))
      codes.add(code)
      if (known && !known.frozen) {
        const { unit: _, ...who } = known
        participants.set(`${id}/${entry.person}`, { ...who, ...placeOf(entry), frozen: true })
      }
      return "stored"
    },
    async keepRefusedAttempt(id, round, person, body, entryHash) {
      const key = canonicalJson([id, round, person, entryHash])
      if (keptAttempts.has(key)) return
      keptAttempts.add(key)
      refused.push(body)
    },
    async receiptsOf(id, person) {
      return [...entries.values()]
        .filter((entry) => entry.person === person && id === contest.definition.id)
        .map(({ round, receipt }) => ({ round, receipt }))
        .sort((a, b) => a.round - b.round)
    },
  }
  const store = new Proxy(onTheWay, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name)
      return () => Promise.reject(new Error(`${String(name)} is not simulated`))
    },
  })
  // The proxy answers for every other name.
  return Object.assign(store as ContestStore, { entries, refused, frozenRounds, excluded })
}
