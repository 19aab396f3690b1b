import * as v from "valibot"
import { noAnswer } from "../../src/client/answer.ts"
import type { ContestApi, Outcome } from "../../src/client/contestApi.ts"
import { arrivalOf, phaseAt, ticketExpiresAt } from "../../src/contest/calendar.ts"
import type { ContestDefinition, Round } from "../../src/contest/definition.ts"
import { isCredited, mark } from "../../src/contest/marking.ts"
import { finishedTree } from "../../src/contest/merkle.ts"
import { reportRound } from "../../src/contest/roundReport.ts"
import type { BankQuestion } from "../../src/contest/vocabulary.ts"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import type { ContestView } from "../../src/contract/contestView.ts"
import { type EntryBody, type EntryView, entryBodySchema } from "../../src/contract/entry.ts"
import { entryCode } from "../../src/contract/entryCode.ts"
import { entryHash, paperHash } from "../../src/contract/hash.ts"
import type { LedgerProof, LedgerRow } from "../../src/contract/ledger.ts"
import type { Paper } from "../../src/contract/paper.ts"
import type { ProblemCode } from "../../src/contract/problemCodes.ts"
import { type Problem, problems } from "../../src/contract/problems.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { sha256 } from "../../src/service/sha256.ts"

export type InProcessParts = {
  definition: ContestDefinition
  /** A round's questions with their key, for the one division. */
  bankOf: (round: number) => BankQuestion[]
  /** Milliseconds since 1970. */
  clock: () => number
  /** Where true, calls find no service. */
  isAway?: () => boolean
}

type Entry = { person: string; body: EntryBody; receipt: Receipt }
type Details = Partial<Problem>

class Refused extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: Details = {},
  ) {
    super(code)
  }
}

/**
 * A small contest in memory behind ContestApi: one division, no units, no prizes, receipts without a real signature.
 * Identity tokens are `citizen:<person>`, tickets `ticket:<round>:<issued at>:<person>`. `publish`: results from now on.
 */
export function inProcessContestApi({ definition, bankOf, clock, isAway = () => false }: InProcessParts) {
  const entries = new Map<number, Entry[]>()
  const published = new Set<number>()
  const division = definition.divisions[0]?.id ?? "all"
  const iso = (instant: number) => new Date(instant).toISOString()

  async function answering<T>(answer: () => Promise<T>): Promise<Outcome<T>> {
    if (isAway()) return noAnswer("unreachable", "the contest is away")
    const serviceTime = Math.floor(clock() / 1000) * 1000
    try {
      return { ok: true, value: await answer(), serviceTime }
    } catch (error) {
      // What the contest refuses is a value to the page; anything else is a fault of the test's own.
      if (!(error instanceof Refused)) throw error
      const { code, details } = error
      const problem = { type: `urn:x:${code}`, title: code, code, ...problems[code], ...details }
      return { ok: false, problem, serviceTime }
    }
  }
  function roundOf(contest: string, number: number): Round {
    known(contest)
    const round = definition.rounds.find((one) => one.number === number)
    if (!round) throw new Refused("round-unknown")
    return round
  }
  function opened(round: Round): Round {
    if (clock() < round.opensAt) throw new Refused("round-not-open", { opensAt: iso(round.opensAt) })
    return round
  }
  function personOf(identityToken: string): string {
    const [, person] = /^citizen:(.+)$/.exec(identityToken) ?? []
    if (person === undefined) throw new Refused("identity-invalid")
    return person
  }
  function holderOf(ticket: string, round: number): { person: string; issuedAt: number } {
    const [, of, issuedAt, person] = /^ticket:(\d+):(\d+):(.+)$/.exec(ticket) ?? []
    if (person === undefined || Number(of) !== round) throw new Refused("ticket-invalid")
    return { person, issuedAt: Number(issuedAt) }
  }
  const entryOf = (round: number, person: string) => entries.get(round)?.find((one) => one.person === person)
  async function paperOf(round: number): Promise<Paper> {
    const questions = bankOf(round).map(({ id, text, options }) => ({ id, text, options: [...options] }))
    return { round, division, paperHash: await paperHash(questions), questions }
  }
  function publishedOnly(round: Round): void {
    if (!published.has(round.number)) throw new Refused("results-not-published")
  }

  async function readEntry(text: string, paper: Paper): Promise<EntryBody> {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      // No JSON: the contract's word for it.
      throw new Refused("malformed")
    }
    const parsed = v.safeParse(entryBodySchema, json)
    const refuse = (path: string, message: string) =>
      new Refused("invalid-entry", { issues: [{ path, message }] })
    if (!parsed.success) throw refuse(v.getDotPath(parsed.issues[0]) ?? "", parsed.issues[0].message)
    const body = parsed.output
    if (body.paperHash !== paper.paperHash) throw new Refused("paper-stale")
    for (const { id, options } of paper.questions)
      if (!options.some((option) => option.id === body.answers[id]))
        throw refuse(`answers.${id}`, "is no option")
    if (body.prediction > definition.prediction.max) throw refuse("prediction", "is too large")
    return body
  }

  async function receiptFor(
    round: Round,
    body: EntryBody,
    receivedAt: number,
    late: boolean,
  ): Promise<Receipt> {
    return {
      code: entryCode(definition.codePrefix, round.number, crypto.getRandomValues(new Uint8Array(8))),
      contest: definition.id,
      round: round.number,
      division,
      receivedAt: iso(Math.floor(receivedAt / 1000) * 1000),
      late,
      prediction: body.prediction,
      entryHash: await entryHash(body),
      signature: "in.process.only",
    }
  }

  async function enter(round: Round, ticket: string, text: string): Promise<Receipt> {
    const { person, issuedAt } = holderOf(ticket, round.number)
    const receivedAt = clock()
    const body = await readEntry(text, await paperOf(round.number))
    const counted = entryOf(round.number, person)?.receipt
    if (counted?.entryHash === (await entryHash(body))) return counted
    if (counted) throw new Refused("already-entered", { receipt: counted })
    const arrival = arrivalOf(round, definition.late.graceMinutes, { receivedAt, ticketIssuedAt: issuedAt })
    if (arrival === "early") throw new Refused("round-not-open", { opensAt: iso(round.opensAt) })
    if (arrival === "too-late") throw new Refused("round-closed", { closedAt: iso(round.closesAt) })
    const receipt = await receiptFor(round, body, receivedAt, arrival === "late")
    entries.set(round.number, [...(entries.get(round.number) ?? []), { person, body, receipt }])
    return receipt
  }

  function keyOf(round: number): Record<string, readonly string[]> {
    return Object.fromEntries(bankOf(round).map(({ id, accepted }) => [id, accepted]))
  }

  function reportOf(round: number) {
    const corrects = (entries.get(round) ?? []).map(({ body }) => mark(body.answers, keyOf(round)))
    return reportRound(corrects, bankOf(round).length)
  }

  function viewOf(round: number, { body, receipt }: Entry): EntryView {
    if (!published.has(round)) return { receipt }
    const report = reportOf(round)
    const questions = bankOf(round).map(({ id, accepted, explanation }) => ({
      id,
      chosen: body.answers[id] ?? "",
      credited: isCredited(keyOf(round), id, body.answers[id]),
      accepted: [...accepted],
      explanation,
    }))
    const correct = questions.filter(({ credited }) => credited).length
    const predictionError = Math.abs(body.prediction - report.allCorrect)
    const { allCorrect, entrants } = report
    return { receipt, result: { revision: 1, correct, questions, allCorrect, predictionError, entrants } }
  }

  function proofOf(round: number, code: string): LedgerProof {
    const rows = (entries.get(round) ?? []).map(({ body, receipt }): LedgerRow => {
      const { code, division, receivedAt, late } = receipt
      return { code, division, answers: body.answers, prediction: body.prediction, receivedAt, late }
    })
    const index = rows.findIndex((row) => row.code === code)
    const row = rows[index]
    if (!row) throw new Refused("entry-unknown")
    const tree = finishedTree(
      rows.map((one) => sha256(canonicalJson(one))),
      sha256,
    )
    return { row, index, count: rows.length, path: tree.path(index), root: tree.root }
  }

  function known(contest: string): void {
    if (contest !== definition.id) throw new Refused("contest-unknown")
  }

  function contestView(): ContestView {
    const rounds = definition.rounds.map((round) => ({
      number: round.number,
      opensAt: iso(round.opensAt),
      closesAt: iso(round.closesAt),
      phase: published.has(round.number) ? ("published" as const) : phaseAt(round, clock()),
      commitments: [],
      entrants: entries.get(round.number)?.length ?? 0,
    }))
    return { ...definition, units: [], rounds }
  }

  const api: ContestApi = {
    contest: (contest) =>
      answering(async () => {
        known(contest)
        return contestView()
      }),
    async paper(contest, round) {
      const outcome = await answering(async () => paperOf(opened(roundOf(contest, round)).number))
      return { ...outcome, serviceTime: null }
    },
    ticket: (contest, number, identityToken) =>
      answering(async () => {
        const round = roundOf(contest, number)
        const person = personOf(identityToken)
        opened(round)
        const receipt = entryOf(number, person)?.receipt
        return {
          ticket: `ticket:${number}:${clock()}:${person}`,
          issuedAt: iso(clock()),
          expiresAt: iso(ticketExpiresAt(round, definition.late.graceMinutes)),
          division,
          participant: {},
          ...(receipt ? { receipt } : {}),
        }
      }),
    async putEntry({ contest, round, ticket, body }, signal) {
      if (signal.aborted) return noAnswer("unreachable", "no answer in time")
      return answering(() => enter(roundOf(contest, round), ticket, body))
    },
    entry: (contest, round, credential) =>
      answering(async () => {
        const { number } = roundOf(contest, round)
        const isTicket = credential.startsWith("ticket:")
        const own = entryOf(number, isTicket ? holderOf(credential, number).person : personOf(credential))
        if (!own) throw new Refused("entry-unknown")
        return viewOf(number, own)
      }),
    entries: (contest, identityToken) =>
      answering(async () => {
        known(contest)
        const person = personOf(identityToken)
        const own = definition.rounds.flatMap(({ number }) => {
          const entry = entryOf(number, person)
          return entry ? [viewOf(number, entry)] : []
        })
        return { entries: own }
      }),
    results: (contest, round) =>
      answering(async () => {
        const { number } = roundOf(contest, round)
        publishedOnly(roundOf(contest, round))
        const zeros = "0".repeat(64)
        return {
          contest,
          round: number,
          division,
          revision: 1,
          publishedAt: iso(clock()),
          report: reportOf(number),
          awards: [],
          questions: bankOf(number).map(({ id, accepted, explanation, source, asOf }) => {
            return { id, accepted: [...accepted], explanation, source, asOf }
          }),
          excluded: [],
          refusedAttempts: 0,
          reveal: {
            key: Object.fromEntries(
              Object.entries(keyOf(number)).map(([id, accepted]) => [id, [...accepted]]),
            ),
            nonce: zeros,
            seed: zeros,
            root: zeros,
            count: entries.get(number)?.length ?? 0,
          },
          signature: "in.process.only",
        }
      }),
    revisions: (contest, round) =>
      answering(async () => {
        publishedOnly(roundOf(contest, round))
        return { revisions: [] }
      }),
    ledgerProof: (contest, round, code) =>
      answering(async () => {
        publishedOnly(roundOf(contest, round))
        return proofOf(round, code)
      }),
    async practice(contest) {
      const outcome = await answering(async () => {
        known(contest)
        return { questions: [] }
      })
      return { ...outcome, serviceTime: null }
    },
    standings: (contest) =>
      answering(async () => {
        known(contest)
        const rounds = [...published].sort((a, b) => a - b)
        return { contest, asOf: iso(clock()), rounds, formula: definition.standings, leagues: [] }
      }),
    complain: (contest, identityToken, request) =>
      answering(async () => {
        known(contest)
        personOf(identityToken)
        if (request.text.trim() === "") throw new Refused("malformed")
        const number = entryCode("PA", request.round ?? 0, crypto.getRandomValues(new Uint8Array(8)))
        return { number, dueAt: iso(clock() + 14 * 86_400_000) }
      }),
  }
  return {
    api,
    token: async (person: string) => `citizen:${person}`,
    publish: async (round: number) => void published.add(round),
  }
}
