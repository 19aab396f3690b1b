import fc from "fast-check"
import * as v from "valibot"
import { expect, it } from "vitest"
import { fault, type Read } from "../../src/client/read.ts"
import { readConfig } from "../../src/client/readConfig.ts"
import { readPaper, readTicket } from "../../src/client/readEntering.ts"
import { readProblem } from "../../src/client/readProblem.ts"
import { readReceipt } from "../../src/client/readReceipt.ts"
import { readContestView, readEntriesView, readEntryView } from "../../src/client/readViews.ts"
import { clientConfigSchema } from "../../src/contract/clientConfigSchema.ts"
import { contestViewSchema } from "../../src/contract/contestView.ts"
import { entriesViewSchema, entryViewSchema } from "../../src/contract/entry.ts"
import { paperSchema } from "../../src/contract/paper.ts"
import { ineligibilityReasons, problemCodes, retries } from "../../src/contract/problemCodes.ts"
import { problemSchema } from "../../src/contract/problems.ts"
import { receiptSchema } from "../../src/contract/receipt.ts"
import { ticketSchema } from "../../src/contract/ticket.ts"
import { contestView, entryView, paper, problemOf, receipt, ticket } from "./samples.ts"

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
    fc.property(receipts, (value) => agree(readReceipt, receiptSchema, value)),
    { numRuns: 2000 },
  )
  expect(readReceipt(receipt)).toEqual(receipt)
})

it("takes for a problem exactly what the contract's schema takes", () => {
  const detailed = fc.tuple(problems, details).map(([problem, more]) => Object.assign({}, problem, more))
  const any = fc.oneof(problems, detailed, anything)
  fc.assert(
    fc.property(any, (value) => agree(readProblem, problemSchema, value)),
    { numRuns: 2000 },
  )
  for (const code of problemCodes) expect(readProblem(problemOf(code))).toEqual(problemOf(code))
})

const config = {
  api: "https://service.example/api/v1",
  contest: "sample",
  hostOrigins: ["https://hue.example"],
  hostLink: "hues://contest",
  allowLoopbackHosts: true,
}

it.each([
  ["a paper", paper, readPaper, paperSchema],
  ["a ticket", ticket, readTicket, ticketSchema],
  ["an entry", entryView, readEntryView, entryViewSchema],
  ["all entries", { entries: [entryView, { receipt }] }, readEntriesView, entriesViewSchema],
  ["a configuration", config, readConfig, clientConfigSchema],
] as [
  string,
  object,
  Read<unknown>,
  v.GenericSchema,
][])("takes for %s exactly what the contract's schema takes", (_, valid, read, schema) => {
  expect(read(valid)).toEqual(valid)
  fc.assert(
    fc.property(spoilt(valid), (value) => agree(read, schema, value)),
    { numRuns: 2000 },
  )
})

/** What the reader of a contest's description leaves to organiser and service: sizes of numbers, forms of texts. */
const notLookedAt = [
  "integer",
  "min_value",
  "max_value",
  "max_length",
  "min_length",
  "regex",
  "iso_date",
  "url",
]

it("takes for a contest's description whatever the contract's schema takes, with its defaults", () => {
  const full = v.parse(contestViewSchema, contestView)
  expect(readContestView(contestView)).toEqual(full)
  fc.assert(
    fc.property(fc.oneof(spoilt(contestView), anything), (value) => {
      const parsed = v.safeParse(contestViewSchema, value)
      const read = readContestView(value)
      if (parsed.success) expect(read).toEqual(parsed.output)
      // Refused by types, by a closed list, an instant, a hash or the zone: refused alike.
      else if (!parsed.issues.every(isNotLookedAt)) expect(read).toBe(fault)
    }),
    { numRuns: 2000 },
  )
})

it.each([
  ["a zone that no phone knows", { timeZone: "Asia/Hue" }],
  ["no round at all", { rounds: undefined }],
  ["a phase of its own", { rounds: [{ ...contestView.rounds[0], phase: "paused" }] }],
  ["a day that is no instant", { rounds: [{ ...contestView.rounds[0], closesAt: "2024-11-04" }] }],
])("refuses a contest's description with %s", (_, change) => {
  expect(readContestView({ ...contestView, ...change })).toBe(fault)
})

function isNotLookedAt({ type, path }: v.BaseIssue<unknown>): boolean {
  // Of instants and hashes, the form is looked at.
  const member = path?.at(-1)?.key
  const isLookedAt = type === "regex" && ["key", "seed"].includes(String(member))
  return notLookedAt.includes(type) && !isLookedAt
}

/** Both take the value, and give the same of it; or neither takes it. */
function agree(read: Read<unknown>, schema: v.GenericSchema, value: unknown): boolean {
  const parsed = v.safeParse(schema, value)
  const found = read(value)
  if (!parsed.success) return found === fault
  expect(found).toEqual(parsed.output)
  return true
}

/** A valid value with a few members at any depth replaced, left out, or added to. */
function spoilt(valid: object): fc.Arbitrary<unknown> {
  const places = placesIn(valid)
  const near = fc.oneof(
    fc.constantFrom("", " x ", "/api/", "//x", "x:y", 0, -1, 1.5, true, null, [], {}, ["void"], "void"),
    anything,
  )
  const change = fc.tuple(fc.constantFrom(...places), fc.oneof(near, fc.constant(undefined)))
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(valid)
    for (const [place, value] of changes) put(copy, place, structuredClone(value))
    return JSON.parse(JSON.stringify(copy)) as unknown
  })
}

/** The ways to every member of a value, and to one that is not there in each of its objects. */
function placesIn(value: unknown, way: string[] = []): string[][] {
  if (value === null || typeof value !== "object") return [way]
  const members = Object.entries(value).flatMap(([name, member]) => placesIn(member, [...way, name]))
  return [...(way.length > 0 ? [way] : []), ...members, [...way, "extra"]]
}

function put(target: unknown, [name = "", ...rest]: string[], value: unknown): void {
  // An earlier change may have taken the way away.
  if (target === null || typeof target !== "object") return
  const members = target as Record<string, unknown>
  if (rest.length === 0) members[name] = value
  else put(members[name], rest, value)
}

function mapOf(valid: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(valid).map(([name, value]) => [name, fc.constant(value)]))
}
