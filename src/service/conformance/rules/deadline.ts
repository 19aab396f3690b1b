import { problemSchema } from "../../../contract/problems.ts"
import { type Receipt, receiptSchema } from "../../../contract/receipt.ts"
import { bodyOf, refusalFaults } from "../expect.ts"
import { brief } from "../http.ts"
import type { Probe } from "../probe.ts"
import type { Rule } from "../rule.ts"

/** From far to near, because a clock that goes on may pass the instant while the entry is on its way. */
const before = [10_000, 2000, 1] as const

/** What counts as on time, late and too late. In this order: the clock only goes forward. */
export const deadlineRules: readonly Rule[] = [
  {
    id: "phone-time-ignored",
    says: "The phone's time decides nothing: an entry that it says is years late is on time",
    source: "answeredAt is evidence only",
    stage: "closing",
    async *faults(probe) {
      const receipt = await enteredAt(probe, probe.times.closesAt - 60_000, "2099-01-01T00:00:00Z")
      if (receipt.late) yield `late, received at ${receipt.receivedAt}`
    },
  },
  {
    id: "deadline-half-open",
    says: "An entry is on time until just before close, and late from the very instant of closing",
    source: "On time: opensAt ≤ t < closesAt",
    stage: "closing",
    async *faults(probe) {
      const { closesAt } = probe.times
      const receipts: Receipt[] = []
      for (const ms of [...before, 0]) receipts.push(await enteredAt(probe, closesAt - ms))
      for (const { receivedAt, late } of receipts) {
        const isAfter = Date.parse(receivedAt) >= closesAt
        if (late !== isAfter)
          yield `received at ${receivedAt}: late is ${late}, closing at ${new Date(closesAt).toISOString()}`
      }
      if (receipts.every(({ receivedAt }) => Date.parse(receivedAt) >= closesAt))
        yield "no entry was received before close"
    },
  },
  {
    id: "late-flagged",
    says: "An entry within grace counts and is flagged as late",
    source: "Late: t < closesAt + grace; receipt: late",
    stage: "closing",
    async *faults(probe) {
      const { closesAt, graceEndsAt } = probe.times
      if (graceEndsAt === closesAt) return
      const receipt = await enteredAt(probe, Math.floor((closesAt + graceEndsAt) / 2))
      if (!receipt.late) yield `received at ${receipt.receivedAt}, late is false`
    },
  },
  {
    id: "no-grace-after-close",
    says: "Grace is for who had a ticket before close, not for starting after the end",
    source: "Late: only if the ticket was issued before close; round-closed",
    stage: "closing",
    async *faults(probe) {
      const { ticket } = await probe.holder()
      yield* refusalFaults(
        await probe.put(ticket, await probe.body()),
        "round-closed",
        "a ticket issued after close",
      )
    },
  },
  {
    id: "grace-ends",
    says: "Just before the end of grace an entry counts, from its very instant on it does not, and is told when the round closed",
    source: "After that: 410; round-closed (+ closedAt)",
    stage: "closing",
    async *faults(probe) {
      const { graceEndsAt, closesAt } = probe.times
      let counted = closesAt === graceEndsAt
      for (const ms of before) {
        await probe.setClock(graceEndsAt - ms)
        const answer = await probe.put(probe.ticketInTime(), await probe.body())
        counted ||= answer.status === 201
      }
      if (!counted) yield "no entry counted within the last ten seconds of grace"
      await probe.setClock(graceEndsAt)
      const tooLate = await probe.put(probe.ticketInTime(), await probe.body())
      yield* refusalFaults(tooLate, "round-closed", "at the end of grace")
      if (tooLate.status !== 410) return
      const { closedAt } = bodyOf(problemSchema, tooLate, 410)
      if (Date.parse(closedAt ?? "") !== closesAt) yield `closedAt is ${closedAt}`
    },
  },
  {
    id: "counted-before-deadline",
    says: "An entry that counts is found before any deadline is checked: a week later its retry gets the receipt, another entry a 409",
    source: "Stored entry is looked up before the deadline is checked",
    stage: "closed",
    async *faults({ first, ticketFor, put }) {
      const { claims, ticket, body, receipt } = await first()
      for (const one of [ticket, (await ticketFor(claims)).ticket]) {
        const again = await put(one, body)
        if (again.status !== 200 || bodyOf(receiptSchema, again).signature !== receipt.signature)
          yield brief(again)
      }
      yield* refusalFaults(
        await put(ticket, { ...body, prediction: 0 }),
        "already-entered",
        "another entry, a week later",
      )
    },
  },
]

async function enteredAt(probe: Probe, instant: number, answeredAt?: string): Promise<Receipt> {
  await probe.setClock(instant)
  const body = await probe.body(answeredAt === undefined ? {} : { answeredAt })
  return bodyOf(receiptSchema, await probe.put(probe.ticketInTime(), body), 201)
}
