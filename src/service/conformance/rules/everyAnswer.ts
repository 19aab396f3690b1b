import * as v from "valibot"
import { problemSchema, problems } from "../../../contract/problems.ts"
import { type Answer, brief } from "../http.ts"
import type { Rule } from "../rule.ts"

/** What holds for every answer that came in this run. */
export const everyAnswerRules: readonly Rule[] = [
  overAll(
    "date-always",
    "Every answer carries Date",
    "Every answer carries Date by the service's clock",
    (answer) => Number.isNaN(Date.parse(answer.headers.get("date") ?? "")),
  ),
  overAll(
    "no-store",
    "No cache may keep an answer to a credential, or a problem",
    "Cache-Control: no-store on everything with a credential and on every problem",
    ({ headers, isPersonal, status, path }) =>
      // A paper is the same bytes for everyone, whoever asks.
      ((isPersonal && !path.includes("/paper")) || status >= 400) &&
      !/\bno-store\b/.test(headers.get("cache-control") ?? ""),
  ),
  overAll(
    "problem-documents",
    "Every refusal is a problem document with the status and retry of its code",
    "Problems: RFC 9457",
    (answer) => answer.status >= 400 && !isProblem(answer),
  ),
  overAll(
    "retry-after",
    "Every 429 and 503 says when to come again",
    "429 and 503 carry Retry-After",
    ({ status, headers }) => (status === 429 || status === 503) && !headers.has("retry-after"),
  ),
  overAll(
    "nothing-unexpected",
    "Nothing of what a client can send makes the service fail",
    "500 unexpected",
    ({ status }) => status === 500,
  ),
]

function overAll(id: string, says: string, source: string, isFault: (answer: Answer) => boolean): Rule {
  return {
    id,
    says,
    source,
    stage: "afterwards",
    async *faults({ answers }) {
      const faulty = answers.filter(isFault)
      const [first] = faulty
      if (first) yield `${faulty.length} of ${answers.length} answers, first ${brief(first)}`
    },
  }
}

function isProblem({ status, headers, json }: Answer): boolean {
  const parsed = v.safeParse(problemSchema, json)
  if (!parsed.success || headers.get("content-type")?.split(";")[0] !== "application/problem+json")
    return false
  const { code, retry } = parsed.output
  return parsed.output.status === status && problems[code].status === status && problems[code].retry === retry
}
