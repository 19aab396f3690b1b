import fc from "fast-check"
import * as v from "valibot"
import { expect, it } from "vitest"
import { isProblem } from "../../src/client/readProblem.ts"
import { isReceipt } from "../../src/client/readReceipt.ts"
import { ineligibilityReasons, problemCodes, retries } from "../../src/contract/problemCodes.ts"
import { problemSchema } from "../../src/contract/problems.ts"
import { receiptSchema } from "../../src/contract/receipt.ts"
import { problemOf, receipt } from "./samples.ts"

const instants = fc.oneof(
  fc.constantFrom("2024-10-29T02:00:01Z", "2024-10-29 02:00:01+07:00", "2024-13-01T00:00:00Z", "2024-10-29"),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d[T ][0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,10})?(Z| ?[+-]\d\d(:?\d\d)?)$/),
)
const hashes = fc.oneof(fc.stringMatching(/^[0-9a-f]{63,65}$/), fc.stringMatching(/^[0-9A-F]{64}$/))
const codes = fc.oneof(
  fc.stringMatching(/^[A-Z]{2}\d{1,3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/),
  fc.constant(receipt.code),
  fc.string(),
)
const anything = fc.oneof(fc.jsonValue(), instants, hashes, codes)

/** A valid object with some members replaced by anything, left out, or added. */
function nearly(valid: object): fc.Arbitrary<unknown> {
  const names = [...Object.keys(valid), "unit", "reason", "opensAt", "closedAt", "issues", "extra"]
  const change = fc.tuple(fc.constantFrom(...names), fc.oneof(anything, fc.constant(undefined)))
  return fc
    .array(change, { maxLength: 2 })
    .map((changes) => JSON.parse(JSON.stringify({ ...valid, ...Object.fromEntries(changes) })))
}

const receipts = fc.oneof(
  nearly(receipt),
  fc.record({ ...mapOf(receipt), code: codes, receivedAt: instants, entryHash: hashes }),
  anything,
)
const problems = fc
  .record({
    ...mapOf(problemOf("busy")),
    code: fc.oneof(fc.constantFrom(...problemCodes, "toString", "teapot"), anything),
    retry: fc.oneof(fc.constantFrom(...retries, "later"), anything),
  })
  .chain((problem) => fc.oneof(nearly(problem), fc.constant(problem)))
const details = fc.record(
  {
    reason: fc.constantFrom(...ineligibilityReasons, "mood"),
    receipt: receipts,
    issues: fc.array(fc.record({ path: fc.oneof(fc.string(), anything), message: fc.string() })),
    detail: fc.oneof(fc.string(), anything),
  },
  { requiredKeys: [] },
)

it("takes for a receipt exactly what the contract's schema takes", () => {
  fc.assert(
    fc.property(receipts, (value) => isReceipt(value) === v.is(receiptSchema, value)),
    { numRuns: 2000 },
  )
  expect(isReceipt(receipt)).toBe(true)
})

it("takes for a problem exactly what the contract's schema takes", () => {
  const detailed = fc.tuple(problems, details).map(([problem, more]) => Object.assign({}, problem, more))
  const any = fc.oneof(problems, detailed, anything)
  fc.assert(
    fc.property(any, (value) => isProblem(value) === v.is(problemSchema, value)),
    { numRuns: 2000 },
  )
  expect(problemCodes.every((code) => isProblem(problemOf(code)))).toBe(true)
})

function mapOf(valid: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(valid).map(([name, value]) => [name, fc.constant(value)]))
}
