import type { NoAnswer, Outcome, Refusal } from "../client/contestApi.ts"
import type { Receipt } from "../contract/receipt.ts"
import { backoffMs } from "./backoff.ts"
import type { LastProblem, Row } from "./row.ts"

/** Whether a receipt is for this very entry: contest, round and hash. Its signature is checked by `verify`. */
export function isReceiptOf(row: Row, receipt: Receipt): boolean {
  return isOfRound(row, receipt) && receipt.entryHash === row.entryHash
}

/**
 * The row after an attempt, given as a row of its own; the same object where the outcome tells nothing new. The
 * problem's `retry` is obeyed first, its code after (design/api.md). `row` is the row as it is stored now, which may
 * have moved on since the attempt began: `received` is never left, the other ends only for it. `now`: phone clock;
 * `random`: 0 ≤ x < 1; `sentTicket`: the one the attempt was made with.
 */
export function afterAttempt(
  row: Row,
  outcome: Outcome<Receipt>,
  now: number,
  random: () => number,
  sentTicket: string | null = row.ticket,
): Row {
  if (row.state === "received") return row
  const serviceOffsetMs = outcome.serviceTime === null ? row.serviceOffsetMs : outcome.serviceTime - now
  const tried = { ...row, attempts: row.attempts + 1, serviceOffsetMs }

  const counted = countedReceipt(outcome)
  if (counted !== undefined && isReceiptOf(row, counted))
    return { ...tried, state: "received", receipt: counted, lastProblem: null }
  if (row.state !== "queued") return row

  const problem = believed(row, outcome)
  const waitMs = backoffMs(row.attempts, random, {
    ...(row.closesAt === undefined ? {} : { untilCloseMs: row.closesAt - now - (serviceOffsetMs ?? 0) }),
    ...("retryAfterSeconds" in problem ? { retryAfterSeconds: problem.retryAfterSeconds } : {}),
  })
  const failed = { ...tried, lastProblem: lastProblemOf(problem), triedAt: now, nextAttemptAt: now + waitMs }

  switch (problem.retry) {
    case "same":
    case "after":
      return failed
    case "reauth":
      // Another ticket came while this attempt was under way: its refusal says nothing about that one.
      if (sentTicket !== row.ticket) return row
      // A new ticket is tried at once, but not one after another against a service that refuses them all.
      return row.lastProblem?.code === problem.code
        ? { ...failed, state: "needs-ticket" }
        : { ...failed, state: "needs-ticket", nextAttemptAt: now }
    case "never":
      return problem.code === "already-entered"
        ? { ...failed, state: "superseded", receipt: counted ?? null }
        : { ...failed, state: "refused" }
  }
}

/** The receipt in an answer: of this attempt, or of the entry that counts already. */
function countedReceipt(outcome: Outcome<Receipt>): Receipt | undefined {
  if (outcome.ok) return outcome.value
  return outcome.problem.code === "already-entered" ? outcome.problem.receipt : undefined
}

/** What an outcome without this row's receipt says. A receipt of another entry or round is no answer to this one. */
function believed(row: Row, outcome: Outcome<Receipt>): Refusal | NoAnswer {
  const receipt = countedReceipt(outcome)
  if (!outcome.ok && (receipt === undefined || isOfRound(row, receipt))) return outcome.problem
  return { code: "unreadable", retry: "same", detail: "a receipt, but not of this entry" }
}

function isOfRound(row: Row, receipt: Receipt): boolean {
  return receipt.contest === row.contest && receipt.round === row.round
}

function lastProblemOf(problem: Refusal | NoAnswer): LastProblem {
  // These members and no others, and none that the problem lacks.
  return JSON.parse(JSON.stringify(problem, ["code", "detail", "reason", "closedAt"]))
}
