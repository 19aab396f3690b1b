import { ineligibilityReasons, problemCodes, retries } from "../contract/problemCodes.ts"
import type { Problem } from "../contract/problems.ts"
import { isReceipt, membersOf } from "./readReceipt.ts"

/** Whether a JSON value is a problem of this API: agrees with `problemSchema` on every JSON value, without its bytes. */
export function isProblem(value: unknown): value is Problem {
  const problem = membersOf(value)
  return (
    problem !== null &&
    typeof problem.type === "string" &&
    typeof problem.title === "string" &&
    typeof problem.status === "number" &&
    oneOf(problemCodes, problem.code) &&
    oneOf(retries, problem.retry) &&
    (problem.reason === undefined || oneOf(ineligibilityReasons, problem.reason)) &&
    [problem.detail, problem.opensAt, problem.closedAt].every(isTextOrAbsent) &&
    (problem.receipt === undefined || isReceipt(problem.receipt)) &&
    (problem.issues === undefined || (Array.isArray(problem.issues) && problem.issues.every(isIssue)))
  )
}

function oneOf(list: readonly string[], value: unknown): boolean {
  return typeof value === "string" && list.includes(value)
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string"
}

function isIssue(value: unknown): boolean {
  const issue = membersOf(value)
  return issue !== null && typeof issue.path === "string" && typeof issue.message === "string"
}
