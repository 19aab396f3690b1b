import type { Outcome } from "../../src/client/contestApi.ts"
import type { ProblemCode } from "../../src/contract/problemCodes.ts"
import { type Problem, problems } from "../../src/contract/problems.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import type { Row, SealRequest } from "../../src/outbox/row.ts"
import { sealedRow } from "../../src/outbox/seal.ts"

export const start = Date.parse("2024-10-29T09:00:00+07:00")

/** A ticket as far as a phone reads it. `serial` tells two tickets of one owner apart. */
export function ticketOf(owner: string, serial = 1): string {
  return `h.${btoa(JSON.stringify({ sub: owner, serial }))}.s`
}

export function requestOf(owner = "person-a", changes: Partial<SealRequest> = {}): SealRequest {
  return {
    contest: "hue-s-2024",
    round: 1,
    owner,
    ticket: ticketOf(owner),
    ticketExpiresAt: start + 20 * 86_400_000,
    body: {
      answers: { q1: "a", q2: "c" },
      prediction: 120,
      paperHash: "0".repeat(64),
      rulesVersion: "1",
      answeredAt: "2024-10-29T09:00:00+07:00",
    },
    serviceOffsetMs: null,
    ...changes,
  }
}

export function rowOf(rowId = "row-1", changes: Partial<SealRequest> = {}): Promise<Row> {
  return sealedRow(requestOf(changes.owner, changes), rowId, start)
}

export function receiptOf(row: Pick<Row, "contest" | "round" | "entryHash">, changes: Partial<Receipt> = {}) {
  return {
    code: "HS1-7K4D-91XQ-M",
    contest: row.contest,
    round: row.round,
    division: "all",
    receivedAt: "2024-10-29T02:00:01Z",
    late: false,
    prediction: 120,
    entryHash: row.entryHash,
    signature: "a.b.c",
    ...changes,
  } satisfies Receipt
}

export function delivered(receipt: Receipt, serviceTime: number | null = null): Outcome<Receipt> {
  return { ok: true, value: receipt, serviceTime }
}

export function problemOf(code: ProblemCode, changes: Partial<Problem> = {}): Problem {
  return { type: `about:${code}`, title: code, code, ...problems[code], ...changes }
}

export function refused(
  code: ProblemCode,
  changes: Partial<Problem> & { retryAfterSeconds?: number } = {},
): Outcome<Receipt> {
  return { ok: false, problem: { ...problemOf(code), ...changes }, serviceTime: null }
}

export const unreachable: Outcome<Receipt> = {
  ok: false,
  problem: { code: "unreachable", retry: "same", detail: "connection failed" },
  serviceTime: null,
}
