import type { ContestDefinition } from "../../contest/definition.ts"
import type { UnitRound } from "../../contest/standings.ts"
import type { BankQuestion, Instant, Unit } from "../../contest/vocabulary.ts"
import type { Checkpoint } from "../../contract/checkpoint.ts"
import type { ComplaintKind } from "../../contract/complaintTerms.ts"
import type { EntryBody } from "../../contract/entry.ts"
import type { LedgerRow } from "../../contract/ledger.ts"
import type { Results, Revision } from "../../contract/results.ts"

/** A contest as loaded: its definition and its units. */
export type StoredContest = { definition: ContestDefinition; units: Unit[] }

/** A round's paper of one division with all that stays secret until publication. */
export type StoredPaper = {
  round: number
  division: string
  bank: BankQuestion[]
  paperHash: string
  nonce: string
  seed: string
  keyCommitment: string
  seedCommitment: string
}

/** What is known of a person in a contest. `person`: the pseudonym, never a claim of the host. */
export type Participant = {
  person: string
  /** What the help screen shows its owner (contract/participantReference.ts). */
  reference: string
  account: string
  name?: string
  division: string
  unit?: string
  /** Division or unit was said by the entrant, not by the host's signed claims. */
  declared: boolean
}

/** An entry as it is stored. `receipt`: the exact bytes (as text) that every replay gets. */
export type StoredEntry = {
  round: number
  person: string
  division: string
  unit?: string
  code: string
  body: EntryBody
  entryHash: string
  /** Whole seconds of the service's clock, in milliseconds. */
  receivedAt: Instant
  late: boolean
  receipt: string
}

/** What decides about an incoming entry, read in one go. */
export type EntryStanding = {
  /** The counted entry of this person in this round, if any. */
  counted: { receipt: string; entryHash: string } | null
  excluded: boolean
  /** Division and unit frozen by an earlier entry of any round. */
  frozen: { division: string; unit?: string } | null
}

/** How an insert ended: stored, or another entry of the person was first, or the code is taken, or the round is frozen. */
export type InsertOutcome = "stored" | "already-entered" | "code-taken" | "frozen"

/** What a participant's result is made of. */
export type PersonalMark = {
  round: number
  division: string
  revision: number
  receipt: string
  answers: Record<string, string>
  prediction: number
  correct: number
  rank?: number
  award?: string
}

/** A complaint as it comes in. `dueAt`: until when it is answered. */
export type Complaint = {
  person: string
  number: string
  kind: ComplaintKind
  round?: number
  text: string
  receivedAt: Instant
  dueAt: Instant
}

/** Where the service keeps everything. Implementations: sqlContestStore.ts over PGlite and PostgreSQL. */
export interface ContestStore {
  contests(): Promise<StoredContest[]>
  contest(id: string): Promise<StoredContest | null>
  papers(contest: string): Promise<StoredPaper[]>
  paper(contest: string, round: number, division: string): Promise<StoredPaper | null>
  /** Entries so far by round. */
  entrants(contest: string): Promise<Map<number, number>>

  /** Inserts or refreshes what a token said; division and unit stay as they are once frozen. Gives what is in force. */
  saveParticipant(contest: string, participant: Participant): Promise<{ division: string; unit?: string }>
  isExcluded(contest: string, person: string): Promise<boolean>

  standing(contest: string, round: number, person: string): Promise<EntryStanding>
  /** Stores the entry and freezes the participant in one statement; never replaces a row. */
  insertEntry(contest: string, entry: StoredEntry): Promise<InsertOutcome>
  /** Keeps an attempt that came too late; the same attempt again changes nothing. */
  keepRefusedAttempt(
    contest: string,
    round: number,
    person: string,
    body: string,
    entryHash: string,
    receivedAt: Instant,
  ): Promise<void>
  /** Receipts of a person over all rounds, by round. */
  receiptsOf(contest: string, person: string): Promise<{ round: number; receipt: string }[]>

  /** Each published round with the instant of its first publication. */
  publishedRounds(contest: string): Promise<Map<number, Instant>>
  /** The newest revision. */
  results(contest: string, round: number, division: string): Promise<Results | null>
  personalMark(contest: string, round: number, person: string): Promise<PersonalMark | null>

  /** Oldest first. */
  checkpoints(contest: string, round: number): Promise<Checkpoint[]>
  /** The rows that have a place in the ledger, in its order from place `from` (default 0), with bounded memory. */
  ledger(contest: string, round: number, from?: number): AsyncIterable<LedgerRow>
  /** By division, oldest first. */
  revisions(contest: string, round: number): Promise<Revision[]>
  practice(contest: string): Promise<BankQuestion[]>
  /** What each unit did, by unit id, in each published round. */
  unitRounds(contest: string): Promise<Map<number, Map<string, UnitRound>>>

  fileComplaint(contest: string, complaint: Complaint): Promise<void>
  /** How many complaints of the person came at or after `since`. */
  recentComplaints(contest: string, person: string, since: Instant): Promise<number>
}
