import { isKnownZone } from "../contest/knownZone.ts"
import { accountKinds, rankingKeys, roundPhases, unitKinds } from "../contest/vocabulary.ts"
import type { ContestView, RoundView } from "../contract/contestView.ts"
import type { EntriesView, EntryResult, EntryView } from "../contract/entry.ts"
import { fault, flag, list, number, oneOf, optional, type Read, shape, text, when } from "./read.ts"
import { hash, instant, readReceipt } from "./readReceipt.ts"

// Where a contest and one's entries stand: a script of its own (enteringCalls.ts).

type Definition = ContestView
type Of<List extends readonly unknown[]> = List[number]

/** The contract trims these; the service sends them trimmed. */
const trimmed: Read<string> = (value) => (typeof value === "string" ? value.trim() || fault : fault)
const zone = when((value): value is string => typeof value === "string" && isKnownZone(value))
const kinds = list(oneOf(unitKinds))
/** A member that the contract fills from its own members' defaults. */
const group = <T extends object>(readers: { [K in keyof T]-?: Read<T[K]> }): Read<T> => {
  const read = shape(readers)
  return (value) => read(value === undefined ? {} : value)
}

/**
 * Reads a contest's description: every value that `contestViewSchema` gives it gives alike, defaults included. Beyond
 * the types it looks at closed lists, instants, hashes and the time zone; how large numbers and texts may be is between
 * organiser and service.
 */
export const readContestView: Read<ContestView> = shape<ContestView>({
  id: text,
  title: trimmed,
  organiser: trimmed,
  timeZone: zone,
  rulesVersion: text,
  rules: list(shape<Of<Definition["rules"]>>({ heading: trimmed, text: trimmed })),
  contact: shape<Definition["contact"]>({
    name: trimmed,
    address: optional(trimmed),
    phone: optional(trimmed),
    email: optional(trimmed),
  }),
  codePrefix: optional(text, "HS"),
  rounds: list(
    shape<RoundView>({
      number,
      opensAt: instant,
      closesAt: instant,
      resultsDueAt: optional(instant),
      extended: optional(shape<NonNullable<RoundView["extended"]>>({ from: instant, reason: text })),
      phase: oneOf(roundPhases),
      publishedAt: optional(instant),
      commitments: list(shape<Of<RoundView["commitments"]>>({ division: text, key: hash, seed: hash })),
      entrants: number,
    }),
  ),
  divisions: optional(
    list(
      shape<Of<Definition["divisions"]>>({
        id: text,
        name: trimmed,
        who: group<Of<Definition["divisions"]>["who"]>({
          unitKinds: optional(kinds),
          declared: optional(flag, true),
        }),
      }),
      1,
    ),
    [{ id: "all", name: "Tất cả", who: { declared: true } }],
  ),
  eligibility: shape<Definition["eligibility"]>({
    accounts: list(oneOf(accountKinds), 1),
    identity: optional(oneOf(["person", "account"]), "person"),
    minAssurance: optional(oneOf([1, 2])),
    minAge: optional(number),
    unitRequired: optional(flag, false),
  }),
  paper: group<Definition["paper"]>({
    questions: optional(number, 15),
    shuffleOptions: optional(flag, true),
  }),
  prediction: group<Definition["prediction"]>({
    of: optional(oneOf(["all-correct"]), "all-correct"),
    max: optional(number, 999_999),
  }),
  entriesPerRound: optional(oneOf([1]), 1),
  late: group<Definition["late"]>({ graceMinutes: optional(number, 0) }),
  ranking: optional(list(oneOf(rankingKeys)), [...rankingKeys]),
  awards: shape<Definition["awards"]>({
    individual: list(
      shape<Of<Definition["awards"]["individual"]>>({
        id: text,
        name: trimmed,
        count: number,
        requiresAllCorrect: optional(flag, false),
        division: optional(text),
      }),
    ),
    collective: optional(
      list(
        shape<Of<Definition["awards"]["collective"]>>({
          kinds: optional(kinds, [...unitKinds]),
          count: number,
        }),
      ),
      [],
    ),
    oneAwardPerPerson: optional(flag, false),
  }),
  standings: group<Definition["standings"]>({
    participationWeight: optional(number, 0.6),
    qualityWeight: optional(number, 0.4),
    minEntrants: optional(number, 10),
    minRate: optional(number, 0),
    headcountAsOf: optional(text),
  }),
  privacy: group<Definition["privacy"]>({ complaintDays: optional(number, 30) }),
  documents: optional(
    list(
      shape<Of<Definition["documents"]>>({
        title: trimmed,
        number: optional(trimmed),
        issuer: optional(trimmed),
        date: optional(text),
        url: optional(text),
      }),
    ),
    [],
  ),
  units: list(
    shape<Of<ContestView["units"]>>({
      id: text,
      name: text,
      kind: oneOf(unitKinds),
      headcount: optional(number),
      parent: optional(text),
    }),
  ),
})

type Marked = EntryResult["questions"][number]

const readAccepted: Read<Marked["accepted"]> = (value) =>
  value === "void" ? value : (list(text)(value) as Marked["accepted"])

/** Reads a participant's entry to one round, as `entryViewSchema` does. */
export const readEntryView: Read<EntryView> = shape<EntryView>({
  receipt: readReceipt,
  result: optional(
    shape<EntryResult>({
      revision: number,
      correct: number,
      questions: list(
        shape<Marked>({
          id: text,
          chosen: text,
          credited: flag,
          accepted: readAccepted,
          explanation: text,
        }),
      ),
      allCorrect: number,
      predictionError: number,
      rank: optional(number),
      entrants: number,
      award: optional(shape<NonNullable<EntryResult["award"]>>({ id: text, name: text })),
      lastAwarded: optional(
        shape<NonNullable<EntryResult["lastAwarded"]>>({
          correct: number,
          predictionError: number,
          receivedAt: instant,
          late: flag,
        }),
      ),
    }),
  ),
})

/** Reads a participant's entries over all rounds, as `entriesViewSchema` does. */
export const readEntriesView: Read<EntriesView> = shape<EntriesView>({ entries: list(readEntryView) })
