import { ineligibilityReasons, problemCodes, retries } from "../contract/problemCodes.ts"
import type { Problem } from "../contract/problems.ts"
import { list, number, oneOf, optional, type Read, shape, text } from "./read.ts"
import { readReceipt } from "./readReceipt.ts"

/** Reads a problem of this API: agrees with `problemSchema` on every JSON value, without its bytes. */
export const readProblem: Read<Problem> = shape<Problem>({
  type: text,
  title: text,
  status: number,
  code: oneOf(problemCodes),
  detail: optional(text),
  retry: oneOf(retries),
  reason: optional(oneOf(ineligibilityReasons)),
  opensAt: optional(text),
  closedAt: optional(text),
  receipt: optional(readReceipt),
  issues: optional(list(shape<{ path: string; message: string }>({ path: text, message: text }))),
})
