import type { Ineligibility, Problem, ProblemCode, Retry } from "../contract/problems.ts"
import { isReceipt, membersOf } from "./readReceipt.ts"

// The contract's closed lists as bare keys: its own module brings the schema library along. A code that is missing
// here, or is one too many, does not compile.
const codes: Record<ProblemCode, 1> = {
  malformed: 1,
  "identity-missing": 1,
  "identity-invalid": 1,
  "ticket-invalid": 1,
  "ticket-expired": 1,
  "not-eligible": 1,
  "round-not-open": 1,
  "contest-unknown": 1,
  "round-unknown": 1,
  "entry-unknown": 1,
  "results-not-published": 1,
  "route-unknown": 1,
  "already-entered": 1,
  "round-closed": 1,
  "too-large": 1,
  "media-type": 1,
  "invalid-entry": 1,
  "paper-stale": 1,
  "slow-down": 1,
  unexpected: 1,
  busy: 1,
  "read-only": 1,
}
const retries: Record<Retry, 1> = { same: 1, after: 1, reauth: 1, never: 1 }
const reasons: Record<Ineligibility, 1> = {
  "account-kind": 1,
  assurance: 1,
  age: 1,
  "person-missing": 1,
  "unit-required": 1,
  "unit-unknown": 1,
  "division-unknown": 1,
  "division-frozen": 1,
  excluded: 1,
}

/** Whether a JSON value is a problem of this API: agrees with `problemSchema` on every JSON value, without its bytes. */
export function isProblem(value: unknown): value is Problem {
  const problem = membersOf(value)
  return (
    problem !== null &&
    typeof problem.type === "string" &&
    typeof problem.title === "string" &&
    typeof problem.status === "number" &&
    oneOf(codes, problem.code) &&
    oneOf(retries, problem.retry) &&
    (problem.reason === undefined || oneOf(reasons, problem.reason)) &&
    [problem.detail, problem.opensAt, problem.closedAt].every(isTextOrAbsent) &&
    (problem.receipt === undefined || isReceipt(problem.receipt)) &&
    (problem.issues === undefined || (Array.isArray(problem.issues) && problem.issues.every(isIssue)))
  )
}

function oneOf(list: Record<string, 1>, value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(list, value)
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string"
}

function isIssue(value: unknown): boolean {
  const issue = membersOf(value)
  return issue !== null && typeof issue.path === "string" && typeof issue.message === "string"
}
