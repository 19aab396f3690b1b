import { entriesViewSchema, entryViewSchema } from "../../../contract/entry.ts"
import { problemSchema } from "../../../contract/problems.ts"
import { receiptSchema } from "../../../contract/receipt.ts"
import { routes } from "../../../contract/routes.ts"
import { NotRun } from "../ending.ts"
import { bodyOf, refusalFaults } from "../expect.ts"
import { type Answer, brief } from "../http.ts"
import type { Rule } from "../rule.ts"

const source = "Exactly once = primary key (contest, round, person)"

/** How many entries arrive at once in `race-one-counts`. */
const racers = 8

/** That of each person exactly one entry counts, whatever arrives. */
export const onceRules: readonly Rule[] = [
  {
    id: "replay-same-bytes",
    says: "The same entry again gets 200 and the first receipt, byte for byte, from whatever device and phone's time",
    source: "PUT …/entry: 200 the same receipt, byte for byte, on a replay",
    stage: "open",
    async *faults({ first, ticketFor, put }) {
      const { claims, ticket, body, answer } = await first()
      const otherPhone = (await ticketFor(claims)).ticket
      const replays = [
        await put(ticket, body),
        await put(otherPhone, { ...body, answeredAt: "2020-02-02T02:02:02Z" }),
      ]
      for (const again of replays)
        if (again.status !== 200 || again.text !== answer.text)
          yield `${brief(again)}, first ${brief(answer)}`
    },
  },
  {
    id: "second-entry-refused",
    says: "Another entry of the same person is refused with the receipt of the one that counts",
    source: "Another hash → 409 with the counted entry's code and time; already-entered (+ receipt)",
    stage: "open",
    async *faults({ first, put, body }) {
      const { ticket, receipt } = await first()
      const answer = await put(ticket, await body({ prediction: 0 }))
      yield* refusalFaults(answer, "already-entered", "a second entry")
      if (
        answer.status === 409 &&
        bodyOf(problemSchema, answer, 409).receipt?.signature !== receipt.signature
      )
        yield `without the counted receipt: ${brief(answer)}`
    },
  },
  {
    id: "race-one-counts",
    says: "Of different entries that arrive at once exactly one counts, and every loser gets its receipt",
    source,
    stage: "open",
    async *faults({ holder, body, put }) {
      const { ticket } = await holder()
      const bodies = await Promise.all(
        Array.from({ length: racers }, (_, index) => body({ prediction: index % 2 })),
      )
      const answers = await Promise.all(bodies.map((one) => put(ticket, one)))
      const winners = answers.filter(({ status }) => status === 201)
      if (winners.length !== 1) return yield `${winners.length} of ${racers} got 201`
      const codes = new Set(answers.map((answer) => receiptOf(answer)))
      if (codes.size !== 1) yield `receipts of ${[...codes].join(", ")}`
    },
  },
  {
    id: "same-person-any-account",
    says: "A person is the same on either kind of account",
    source: 'identity: "person": one entry per person claim',
    stage: "open",
    async *faults({ contest, first, citizen, ticketFor, put }) {
      const { accounts, identity } = contest.eligibility
      const { claims, body, receipt } = await first()
      const other = accounts.find((account) => account !== claims.account)
      if (identity !== "person" || !other)
        throw new NotRun("this contest counts accounts, or has one kind only")
      const { sub, account, assurance } = citizen(other)
      const { ticket, terms } = await ticketFor({ ...claims, sub, account, assurance })
      if (terms.receipt?.code !== receipt.code) yield "the ticket brings no receipt"
      const again = await put(ticket, body)
      if (again.status !== 200) yield brief(again)
    },
  },
  {
    id: "own-entry",
    says: "Ticket and identity read the own receipt, and the list of entries has it",
    source: "GET …/entry, GET …/entries",
    stage: "open",
    async *faults({ call, contest, round, first, identity }) {
      const { claims, ticket, receipt } = await first()
      const token = await identity(claims)
      for (const credential of [ticket, token]) {
        const view = bodyOf(
          entryViewSchema,
          await call("GET", routes.entry(contest.id, round.number), { credential }),
        )
        if (view.receipt.signature !== receipt.signature) yield `another receipt: ${view.receipt.code}`
      }
      const list = bodyOf(
        entriesViewSchema,
        await call("GET", routes.entries(contest.id), { credential: token }),
      )
      if (!list.entries.some((own) => own.receipt.signature === receipt.signature))
        yield "it is not in the list"
    },
  },
  {
    id: "strangers-alike",
    says: '"Unknown" and "not yours" answer alike: nobody learns whether an entry exists',
    source: '"Unknown" and "not yours" answer alike',
    stage: "open",
    async *faults({ call, contest, round, first, holder }) {
      const { receipt } = await first()
      const stranger = await holder()
      const own = await call("GET", routes.entry(contest.id, round.number), { credential: stranger.ticket })
      yield* refusalFaults(own, "entry-unknown", "somebody without an entry")
      const ledger = `${routes.contest(contest.id)}/rounds/${round.number}/ledger`
      const [real, invented] = [
        await call("GET", `${ledger}/${receipt.code}`),
        await call("GET", `${ledger}/HS1-0000-0000-0`),
      ]
      if (real.status !== invented.status || real.text !== invented.text)
        yield `a code that exists: ${brief(real)}; one that does not: ${brief(invented)}`
    },
  },
]

/** The code of the receipt an answer carries, in a receipt or in a refusal. */
function receiptOf(answer: Answer): string {
  if (answer.status === 409) return bodyOf(problemSchema, answer, 409).receipt?.code ?? "none"
  return bodyOf(receiptSchema, answer, answer.status).code
}
