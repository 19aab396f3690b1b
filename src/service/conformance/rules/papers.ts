import { paperHash } from "../../../contract/hash.ts"
import { type Paper, paperSchema } from "../../../contract/paper.ts"
import { practiceSchema } from "../../../contract/practice.ts"
import { routes } from "../../../contract/routes.ts"
import { bodyOf, refusalFaults } from "../expect.ts"
import { brief } from "../http.ts"
import type { Rule } from "../rule.ts"

const members: Record<keyof Paper | "id" | "text" | "options", true> = {
  round: true,
  division: true,
  paperHash: true,
  questions: true,
  id: true,
  text: true,
  options: true,
}

/** What the questions of a round must be, and must not tell. */
export const paperRules: readonly Rule[] = [
  {
    id: "paper-not-before-opening",
    says: "Before its round opens nobody gets a paper, and the refusal says when it opens",
    source: "GET …/paper: never before opening; round-not-open (+ opensAt)",
    stage: "before",
    async *faults({ call, contest, round, division }) {
      const early = await call("GET", routes.paper(contest.id, round.number, division))
      yield* refusalFaults(early, "round-not-open", "before opening")
      const { opensAt } = (early.json ?? {}) as { opensAt?: string }
      if (early.status === 403 && Date.parse(opensAt ?? "") !== Date.parse(round.opensAt))
        yield `opensAt is ${opensAt}, not ${round.opensAt}`
    },
  },
  {
    id: "paper-complete",
    says: "A paper has as many questions as the definition says (15), each once, with two to six options",
    source: "GET …/paper; paper {questions: 15, options: 2..6}",
    stage: "open",
    async *faults({ contest, round, division, paperOf }) {
      const paper = await paperOf(round.number)
      const ids = new Set(paper.questions.map(({ id }) => id))
      if (ids.size !== contest.paper.questions || paper.questions.length !== ids.size)
        yield `${paper.questions.length} questions, ${ids.size} ids, ${contest.paper.questions} in the definition`
      for (const { id, options } of paper.questions) {
        const distinct = new Set(options.map((option) => option.id)).size
        if (distinct !== options.length || distinct < 2 || distinct > 6) yield `${id} has ${distinct} options`
      }
      if (paper.round !== round.number || paper.division !== division)
        yield `it says round ${paper.round}, division ${paper.division}`
    },
  },
  {
    id: "paper-hash",
    says: "The paper's hash is the SHA-256 of the canonical JSON of its questions",
    source: "GET …/paper: paperHash",
    stage: "open",
    async *faults({ round, paperOf }) {
      const paper = await paperOf(round.number)
      const hash = await paperHash(paper.questions)
      if (hash !== paper.paperHash) yield `${paper.paperHash}, but the questions give ${hash}`
    },
  },
  {
    id: "paper-no-key",
    says: "Nothing in a paper tells an accepted option: it has the contract's members and no others",
    source: "Nothing about keys leaves the service before publication",
    stage: "open",
    async *faults({ call, contest, round, division }) {
      const answer = await call("GET", routes.paper(contest.id, round.number, division))
      for (const name of memberNames(answer.json)) if (!(name in members)) yield `a member "${name}"`
    },
  },
  {
    id: "paper-same-for-all",
    says: "A paper is the same bytes for everyone, and caches may keep it",
    source: "GET …/paper: same bytes for everyone, cacheable",
    stage: "open",
    async *faults({ call, contest, round, division, identity, citizen }) {
      const path = routes.paper(contest.id, round.number, division)
      const plain = await call("GET", path)
      bodyOf(paperSchema, plain)
      const credentials = [await identity(citizen()), await identity(citizen())]
      for (const credential of credentials) {
        const own = await call("GET", path, { credential })
        if (own.text !== plain.text) yield `another text with an identity: ${brief(own)}`
      }
      const caching = plain.headers.get("cache-control") ?? ""
      if (/no-store|private/.test(caching)) yield `Cache-Control: ${caching}`
    },
  },
  {
    id: "practice-apart",
    says: "No practice question is in the paper",
    source: "GET …/practice: none of them is ever in a paper",
    stage: "open",
    async *faults({ call, contest, round, paperOf }) {
      const practice = bodyOf(practiceSchema, await call("GET", `${routes.contest(contest.id)}/practice`))
      const paper = await paperOf(round.number)
      const asked = new Set(paper.questions.flatMap(({ id, text }) => [id, text]))
      for (const { id, text } of practice.questions)
        if (asked.has(id) || asked.has(text)) yield `${id}: ${text}`
    },
  },
]

function memberNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(memberNames)
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, member]) => [name, ...memberNames(member)])
}
