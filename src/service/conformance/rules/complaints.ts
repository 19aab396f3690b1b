import { complaintReceiptSchema } from "../../../contract/complaint.ts"
import { routes } from "../../../contract/routes.ts"
import { bodyOf, refusalFaults } from "../expect.ts"
import type { Rule } from "../rule.ts"

/** That a citizen is heard. */
export const complaintRules: readonly Rule[] = [
  {
    id: "complaint-number",
    says: "A complaint gets a number of its own and a due date ahead; a kind that is none is malformed",
    source: "POST …/complaints: number and due date",
    stage: "open",
    async *faults({ call, contest, round, identity, citizen }) {
      const path = `${routes.contest(contest.id)}/complaints`
      const credential = await identity(citizen())
      const body = { kind: "other", round: round.number, text: "Conformance suite" }
      const numbers = new Set<string>()
      for (const text of ["first", "second"]) {
        const answer = await call("POST", path, { credential, body: { ...body, text } })
        const { number, dueAt } = bodyOf(complaintReceiptSchema, answer, 201)
        numbers.add(number)
        if (Date.parse(dueAt) <= Date.parse(answer.headers.get("date") ?? "")) yield `due at ${dueAt}`
      }
      if (numbers.size < 2) yield `both are ${[...numbers].join()}`
      const strange = await call("POST", path, { credential, body: { ...body, kind: "no-kind" } })
      yield* refusalFaults(strange, "malformed", "a kind that is none")
    },
  },
]
