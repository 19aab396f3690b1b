import * as v from "valibot"
import { keyCommitment, seedCommitment } from "../../../contest/commitment.ts"
import { merkleRoot, rootFromPath } from "../../../contest/merkle.ts"
import { canonicalJson } from "../../../contract/canonicalJson.ts"
import { checkpointsSchema } from "../../../contract/checkpoint.ts"
import { entryViewSchema } from "../../../contract/entry.ts"
import { entryHash } from "../../../contract/hash.ts"
import { ledgerLineSchema, ledgerProofSchema } from "../../../contract/ledger.ts"
import { resultsSchema, revisionsSchema } from "../../../contract/results.ts"
import { routes } from "../../../contract/routes.ts"
import { sha256 } from "../../sha256.ts"
import { Unmet } from "../ending.ts"
import { bodyOf, refusalFaults } from "../expect.ts"
import { type Answer, brief } from "../http.ts"
import type { Probe } from "../probe.ts"
import type { Rule } from "../rule.ts"
import { signatureFault } from "./receipts.ts"

const under = ({ contest, round }: Probe) => `${routes.contest(contest.id)}/rounds/${round.number}`
const results = async ({ call, contest, round, division }: Probe) =>
  bodyOf(resultsSchema, await call("GET", routes.results(contest.id, round.number, division)))

/** What stays inside until publication, and what anyone can check after it. */
export const publicationRules: readonly Rule[] = [
  {
    id: "results-not-before-publication",
    says: "Before publication there are no results, no ledger, no revisions, and no mark with one's own entry",
    source: "results-not-published; nothing about marks leaves the service before publication",
    stage: "closed",
    async *faults(probe) {
      const { call, contest, round, division, first } = probe
      const { receipt, ticket } = await first()
      const paths = ["ledger", `ledger/${receipt.code}`, "revisions"].map((part) => `${under(probe)}/${part}`)
      for (const path of [routes.results(contest.id, round.number, division), ...paths])
        yield* refusalFaults(await call("GET", path), "results-not-published", "before publication")
      const own = await call("GET", routes.entry(contest.id, round.number), { credential: ticket })
      if (bodyOf(entryViewSchema, own).result !== undefined) yield `a result: ${brief(own)}`
    },
  },
  {
    id: "checkpoints-signed",
    says: "Every checkpoint is signed over its other members",
    source: "GET …/checkpoints: signed (count, root)",
    stage: "closed",
    async *faults(probe) {
      const { checkpoints } = bodyOf(
        checkpointsSchema,
        await probe.call("GET", `${under(probe)}/checkpoints`),
      )
      for (const { signature, ...rest } of checkpoints) {
        const fault = await signatureFault(probe, signature, rest)
        if (fault !== null) yield `${rest.at}: ${fault}`
      }
    },
  },
  {
    id: "secrets-kept",
    says: "No answer before publication held the nonce, the seed or an explanation",
    source: "Nothing about keys leaves the service before publication",
    stage: "published",
    async *faults(probe) {
      // The first rule after publication: what came until now came before it.
      const earlier = [...probe.answers]
      const { reveal, questions } = await results(probe)
      const secrets = [reveal.nonce, reveal.seed, ...questions.map(({ explanation }) => explanation)]
      // A text of a few letters would be found anywhere.
      for (const secret of secrets.filter(({ length }) => length > 15)) {
        const leak = earlier.find(({ text }) => text.includes(secret))
        if (leak) yield brief(leak)
      }
    },
  },
  {
    id: "results-signed",
    says: "Published results are signed over their other members",
    source: "GET …/results: signature",
    stage: "published",
    async *faults(probe) {
      const answer = await probe.call(
        "GET",
        routes.results(probe.contest.id, probe.round.number, probe.division),
      )
      bodyOf(resultsSchema, answer)
      // As sent: members that are newer than these schemas are signed, too.
      const { signature, ...rest } = answer.json as { signature: string }
      const fault = await signatureFault(probe, signature, rest)
      if (fault !== null) yield fault
    },
  },
  {
    id: "reveal-opens-commitments",
    says: "The revealed key, nonce and seed are the ones committed to before the round opened",
    source: "GET …/results: reveal of key, nonce and seed",
    stage: "published",
    async *faults(probe) {
      const { reveal } = await results(probe)
      const before = probe.round.commitments.find(({ division }) => division === probe.division)
      if (!before) throw new Unmet("there was no commitment")
      if (keyCommitment(canonicalJson(reveal.key), reveal.nonce, sha256) !== before.key)
        yield "another key or nonce"
      if (seedCommitment(reveal.seed, sha256) !== before.seed) yield "another seed"
    },
  },
  {
    id: "names-masked",
    says: "Published names are masked, and nothing personal is in any answer without a credential",
    source: "Published names are masked; no phone, no citizen number, anywhere",
    stage: "published",
    async *faults(probe) {
      const { awards } = await results(probe)
      for (const { winner } of awards)
        if (winner && !winner.name.endsWith("***")) yield `a name: ${winner.name}`
      for (const answer of probe.answers)
        if (!answer.isPersonal && answer.text.includes(probe.run))
          yield `something personal: ${brief(answer)}`
    },
  },
  {
    id: "ledger-complete",
    says: "The ledger is all that its root is over, each row with its leaf, and one's own row reproduces the receipt's entryHash",
    source: "GET …/ledger; every receipt has the hash which its ledger row reproduces",
    stage: "published",
    async *faults(probe) {
      const { reveal } = await results(probe)
      const { receipt, body } = await probe.first()
      const rows = ledgerRows(await probe.call("GET", `${under(probe)}/ledger`))
      for (const [place, { index, leaf, ...row }] of rows.entries())
        if (index !== place || leaf !== sha256(canonicalJson(row)))
          yield `row ${place} says place ${index}, leaf ${leaf}`
      const root = merkleRoot(
        rows.map(({ leaf }) => leaf),
        sha256,
      )
      if (root !== reveal.root) yield `the leaves lead to ${root}, the reveal says ${reveal.root}`
      if (rows.length !== reveal.count) yield `${rows.length} rows, the reveal says ${reveal.count}`
      const own = rows.find(({ code }) => code === receipt.code)
      if (!own) throw new Unmet(`no row of ${receipt.code}`)
      const hash = await entryHash({ ...body, answers: own.answers, prediction: own.prediction })
      if (hash !== receipt.entryHash) yield `the row of ${receipt.code} gives ${hash}`
      if (own.receivedAt !== receipt.receivedAt || own.late !== receipt.late) yield "the row has another time"
    },
  },
  {
    id: "ledger-proof",
    says: "The Merkle path of one's own row leads to the published root",
    source: "GET …/ledger/{code}: one row with its Merkle path",
    stage: "published",
    async *faults(probe) {
      const { reveal } = await results(probe)
      const { code } = (await probe.first()).receipt
      const proof = bodyOf(ledgerProofSchema, await probe.call("GET", `${under(probe)}/ledger/${code}`))
      const root = rootFromPath(sha256(canonicalJson(proof.row)), proof.path, sha256)
      if (root !== proof.root || root !== reveal.root) yield `${root}, not ${reveal.root}`
      const none = await probe.call("GET", `${under(probe)}/ledger/HS1-0000-0000-1`)
      yield* refusalFaults(none, "entry-unknown", "a code that cannot be one")
    },
  },
  {
    id: "own-result",
    says: "After publication one's own entry has its result, marked by the revealed key",
    source: "GET …/entry: after publication the result",
    stage: "published",
    async *faults(probe) {
      const { questions } = await results(probe)
      const { ticket: credential, body } = await probe.first()
      const own = await probe.call("GET", routes.entry(probe.contest.id, probe.round.number), { credential })
      const { result } = bodyOf(entryViewSchema, own)
      if (!result) throw new Unmet(`no result: ${brief(own)}`)
      const right = questions.filter(
        ({ id, accepted }) => accepted === "void" || accepted.includes(body.answers[id] ?? ""),
      )
      if (result.correct !== right.length) yield `${result.correct} correct, the key says ${right.length}`
    },
  },
  {
    id: "revisions",
    says: "Revisions are a list, empty where nothing was amended",
    source: "GET …/revisions: public diffs of amendments",
    stage: "published",
    async *faults(probe) {
      const { revision } = await results(probe)
      const { revisions } = bodyOf(revisionsSchema, await probe.call("GET", `${under(probe)}/revisions`))
      if (revision === 1 && revisions.length > 0) yield `revision 1 has ${revisions.length} amendments`
    },
  },
]

function ledgerRows({ text, status }: Answer): v.InferOutput<typeof ledgerLineSchema>[] {
  if (status !== 200) throw new Unmet(`the ledger answers ${status}`)
  return text
    .trimEnd()
    .split("\n")
    .map((line) => v.parse(ledgerLineSchema, JSON.parse(line)))
}
