import { expect, test } from "vitest"
import { entryStatus } from "../../src/app/state/entryStatus.ts"
import { sampleRow } from "../../src/gallery/fakeOutbox.ts"
import { sampleReceipt } from "../../src/gallery/sampleEntries.ts"

const receipt = sampleReceipt(2)
const same = { ...receipt, entryHash: sampleRow({}).entryHash }

test("says received only with a receipt", () => {
  expect(entryStatus(sampleRow({ state: "received", receipt }), null, false)).toMatchObject({
    kind: "received",
  })
  expect(entryStatus(sampleRow({ state: "received", receipt: null }), null, false)?.kind).not.toBe("received")
  expect(entryStatus(null, { receipt }, false)).toMatchObject({ kind: "received", receipt })
})

test("takes a receipt of the very same answers for this entry's own", () => {
  expect(entryStatus(sampleRow({}), { receipt: same }, false)).toMatchObject({ kind: "received" })
})

test("says that another entry counts, whatever this phone still wants to send", () => {
  for (const state of ["queued", "needs-ticket", "superseded", "refused"] as const)
    expect(entryStatus(sampleRow({ state }), { receipt }, true)).toEqual({ kind: "superseded", receipt })
})

test.each([
  ["queued", sampleRow({}), { kind: "queued", busy: false }],
  ["a busy service", sampleRow({ lastProblem: { code: "read-only" } }), { kind: "queued", busy: true }],
  ["no ticket", sampleRow({ state: "needs-ticket" }), { kind: "needs-ticket" }],
  [
    "too late",
    sampleRow({ state: "refused", lastProblem: { code: "round-closed" } }),
    { kind: "refused-late" },
  ],
  [
    "not eligible",
    sampleRow({ state: "refused", lastProblem: { code: "not-eligible", reason: "excluded" } }),
    { kind: "refused", code: "not-eligible", reason: "excluded" },
  ],
])("tells %s apart", (_, row, status) => {
  expect(entryStatus(row, null, false)).toEqual(status)
})
