import type { EntryBody } from "../../../contract/entry.ts"
import { problemSchema } from "../../../contract/problems.ts"
import { routes } from "../../../contract/routes.ts"
import { bodyOf, refusalFaults } from "../expect.ts"
import { brief } from "../http.ts"
import type { Probe } from "../probe.ts"
import type { Rule } from "../rule.ts"

const source =
  "Entry body: exactly the questions of the paper, no unknown members, prediction 0..max; invalid-entry"

type Spoilt = { what: string; body: unknown; path: string }

/** That entries which do not fit their paper are refused with the place of the fault, and leave nothing behind. */
export const entryRules: readonly Rule[] = [
  unfit("entry-unknown-member", "An entry with an unknown member", (body) => [
    { what: "a member correct", body: { ...body, correct: 15 }, path: "correct" },
    { what: "a member receivedAt", body: { ...body, receivedAt: body.answeredAt }, path: "receivedAt" },
  ]),
  unfit("entry-missing-answer", "An entry with an answer too few", (body) => {
    const [[id] = [""], ...others] = Object.entries(body.answers)
    return [
      { what: "14 answers", body: { ...body, answers: Object.fromEntries(others) }, path: `answers.${id}` },
    ]
  }),
  unfit("entry-foreign-question", "An entry that answers a question of no or another paper", (body) => {
    const [[, option] = ["", ""], ...others] = Object.entries(body.answers)
    const path = "answers.no-question"
    return [
      { what: "16 answers", body: { ...body, answers: { ...body.answers, "no-question": option } }, path },
      {
        what: "a foreign question in a question's place",
        body: { ...body, answers: { ...Object.fromEntries(others), "no-question": option } },
        path,
      },
    ]
  }),
  unfit("entry-foreign-option", "An entry with an option that is none of the question's", (body) => {
    const [id = ""] = Object.keys(body.answers)
    const answers = (chosen: unknown) => ({ ...body, answers: { ...body.answers, [id]: chosen } })
    return [
      { what: "an invented option", body: answers("no-option"), path: `answers.${id}` },
      { what: "an option's position", body: answers(0), path: `answers.${id}` },
      { what: "two options", body: answers([body.answers[id]]), path: `answers.${id}` },
    ]
  }),
  unfit(
    "prediction-bounds",
    "A prediction that is no whole number from 0 to the maximum",
    (body, { contest }) =>
      [-1, 1.5, "100", null, contest.prediction.max + 1].map((prediction) => ({
        what: `a prediction of ${JSON.stringify(prediction)}`,
        body: { ...body, prediction },
        path: "prediction",
      })),
  ),
  {
    id: "prediction-extremes",
    says: "0 and the maximum are predictions",
    source,
    stage: "open",
    async *faults({ contest, holder, body, put }) {
      for (const prediction of [0, contest.prediction.max]) {
        const answer = await put((await holder()).ticket, await body({ prediction }))
        if (answer.status !== 201) yield `${prediction}: ${brief(answer)}`
      }
    },
  },
  {
    id: "paper-stale",
    says: "An entry to another version of the paper is stale, not wrong",
    source: "Problems: paper-stale",
    stage: "open",
    async *faults(probe) {
      const { ticket } = await probe.holder()
      const answer = await probe.put(ticket, await probe.body({ paperHash: "0".repeat(64) }))
      yield* refusalFaults(answer, "paper-stale", "another paper's hash")
      yield* storedFaults(probe, ticket)
    },
  },
]

function unfit(id: string, what: string, spoil: (body: EntryBody, probe: Probe) => Spoilt[]): Rule {
  return {
    id,
    says: `${what} is refused with the place of the fault, and nothing is stored`,
    source,
    stage: "open",
    async *faults(probe) {
      const { ticket } = await probe.holder()
      for (const spoilt of spoil(await probe.body(), probe)) {
        const answer = await probe.put(ticket, spoilt.body)
        yield* refusalFaults(answer, "invalid-entry", spoilt.what)
        if (answer.status !== 422) continue
        const paths = bodyOf(problemSchema, answer, 422).issues?.map(({ path }) => path) ?? []
        if (!paths.includes(spoilt.path))
          yield `${spoilt.what}: no issue at ${spoilt.path}, but [${paths.join(", ")}]`
      }
      yield* storedFaults(probe, ticket)
    },
  }
}

/** A fault where an entry of the ticket's owner is there after all. */
export async function* storedFaults({ call, contest, round }: Probe, ticket: string): AsyncGenerator<string> {
  const own = await call("GET", routes.entry(contest.id, round.number), { credential: ticket })
  yield* refusalFaults(own, "entry-unknown", "afterwards")
}
