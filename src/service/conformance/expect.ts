import * as v from "valibot"
import type { ProblemCode } from "../../contract/problemCodes.ts"
import { problems } from "../../contract/problems.ts"
import { Unmet } from "./ending.ts"
import { type Answer, brief } from "./http.ts"

/** The value of a good answer; throws Unmet where status or shape are others. */
export function bodyOf<S extends v.GenericSchema>(schema: S, answer: Answer, status = 200): v.InferOutput<S> {
  if (answer.status !== status) throw new Unmet(`instead of ${status}: ${brief(answer)}`)
  const parsed = v.safeParse(schema, answer.json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Unmet(`${v.getDotPath(issue) ?? "body"}: ${issue.message} in ${brief(answer)}`)
}

/** A fault where the answer is not the refusal with this code and its status. */
export function* refusalFaults(answer: Answer, code: ProblemCode, what: string): Generator<string> {
  const { status } = problems[code]
  if (answer.status !== status || codeOf(answer) !== code)
    yield `${what}, instead of ${status} ${code}: ${brief(answer)}`
}

/** The problem code of an answer; undefined where it has none. */
export function codeOf({ json }: Answer): unknown {
  return json !== null && typeof json === "object" && "code" in json ? json.code : undefined
}
