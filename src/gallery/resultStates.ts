import type { AppDeps } from "../app/deps.ts"
import type { ContestView } from "../contract/contestView.ts"
import type { EntryResult, EntryView } from "../contract/entry.ts"
import { sampleRow } from "./fakeOutbox.ts"
import { sampleContest } from "./sampleContest.ts"
import { sampleReceipt, sampleResult, sampleResults } from "./sampleEntries.ts"
import { sampleLedger } from "./sampleLedger.ts"
import { sampleRevisions } from "./sampleRevisions.ts"
import { sampleStandings } from "./sampleStandings.ts"
import type { State } from "./state.ts"

type Api = Awaited<AppDeps["api"]>

const ledger = await sampleLedger()
const contest = sampleContest([1])
const after = { now: Date.parse("2024-11-28T10:00:00+07:00"), contest: sampleContest([1, 2, 3, 4]) }

async function good<T>(value: T) {
  return { ok: true, value, serviceTime: null } as const
}

async function unreachable() {
  const problem = { code: "unreachable", retry: "same", detail: "no network in this state" } as const
  return { ok: false, problem, serviceTime: null } as const
}

async function unknownEntry() {
  const problem = {
    type: "about:blank",
    title: "",
    status: 404,
    code: "entry-unknown",
    retry: "never",
  } as const
  return { ok: false, problem, serviceTime: null } as const
}

/** The entry of round `round` with another result. */
function resulting(round: number, change: Partial<EntryResult>): EntryView {
  const { receipt, result } = sampleResult(round)
  return { receipt, ...(result && { result: { ...result, ...change } }) }
}

/** Results of a contest with two divisions, the second with other winners. */
function ofTwoDivisions(): Pick<State, "contest" | "answers"> {
  const divisions: ContestView["divisions"] = [
    { id: "all", name: "Người dân", who: { declared: true } },
    { id: "officials", name: "Cán bộ, công chức", who: { declared: true } },
  ]
  return {
    contest: { ...contest, divisions },
    answers: {
      results: (_, round, division) => {
        const { awards, ...rest } = sampleResults(round)
        return good({ ...rest, division, awards: division === "all" ? awards : awards.slice(1) })
      },
    },
  }
}

/** Question 9 with a further accepted answer, question 3 withdrawn. */
const amended: Api["results"] = (_, round) => {
  const results = sampleResults(round)
  const key = Object.fromEntries(results.questions.map(({ id }) => [id, ["a"]]))
  return good({
    ...results,
    revision: 3,
    questions: results.questions.map((question, index) => ({
      ...question,
      accepted: index === 8 ? ["a", "b"] : index === 2 ? ("void" as const) : question.accepted,
    })),
    reveal: { ...results.reveal, key },
  })
}
const revisions: Api["revisions"] = (_, round) => good({ revisions: sampleRevisions(round) })

const own = {
  contest,
  entries: [ledger.own],
  rows: [sampleRow({ round: 1, state: "received", receipt: ledger.own.receipt, body: ledger.sealed })],
}
const ledgerAnswers = { results: () => good(ledger.results), ledgerProof: () => good(ledger.proof) }
const changedRow = { ...ledger.proof, row: { ...ledger.proof.row, prediction: 6001 } }
const why = { path: "/tuan/1/ket-qua", contest }
const lastAwarded = sampleResult(1).result?.lastAwarded
const unitless = { ...sampleReceipt(1), unit: "phuong-kim-long" }

/** States of results, ledger, winners and standings. */
export const resultStates: Record<string, State> = {
  "results-revised": {
    ...after,
    entries: [resulting(4, { revision: 3 })],
    answers: { revisions, results: amended },
  },
  revisions: {
    path: "/tuan/1/dieu-chinh",
    contest,
    entries: [resulting(1, { revision: 3 })],
    answers: { revisions },
  },
  "revisions-none": { path: "/tuan/1/dieu-chinh", contest },
  "results-amended": {
    ...why,
    entries: [resulting(1, { revision: 3, correct: 15 })],
    answers: { results: amended },
  },
  "answers-amended": { path: "/tuan/1/dap-an", contest, answers: { results: amended } },
  "answers-without-paper": {
    path: "/tuan/1/dap-an",
    contest,
    entries: [sampleResult(1)],
    answers: { paper: unreachable },
  },
  ledger: { ...own, path: "/tuan/1/so-cong-khai", answers: ledgerAnswers },
  "ledger-mismatch": {
    ...own,
    path: "/tuan/1/so-cong-khai",
    answers: { ...ledgerAnswers, ledgerProof: () => good(changedRow) },
  },
  "ledger-unknown": { ...own, path: "/tuan/1/so-cong-khai", answers: { ledgerProof: unknownEntry } },
  "ledger-offline": { ...own, path: "/tuan/1/so-cong-khai", answers: { ledgerProof: unreachable } },
  "ledger-no-code": {
    path: "/tuan/1/so-cong-khai",
    contest,
    typed: { code: "HS1-7K4D" },
    taps: ["Tìm và kiểm tra"],
  },
  "ledger-other": {
    path: "/tuan/1/so-cong-khai",
    contest,
    answers: ledgerAnswers,
    typed: { code: "hs17k4d91xqx" },
    taps: ["Tìm và kiểm tra"],
  },
  "winners-own": { path: "/tuan/1/dat-giai", contest, entries: [ownWinner()] },
  "winners-search": { path: "/tuan/1/dat-giai", contest, typed: { winner: "quynh" } },
  "winners-none": { path: "/tuan/1/dat-giai", contest, typed: { winner: "khong co ai" } },
  "winners-divisions": { path: "/tuan/1/dat-giai", ...ofTwoDivisions() },
  standings: {
    path: "/bang-don-vi",
    contest,
    unit: "phuong-vy-da",
    answers: { standings: () => good(sampleStandings(contest)) },
  },
  "standings-unranked": {
    path: "/bang-don-vi",
    contest,
    entries: [{ receipt: unitless }],
    answers: { standings: () => good(sampleStandings(contest)) },
  },
  "standings-empty": {
    path: "/bang-don-vi",
    answers: { standings: () => good({ ...sampleStandings(contest), rounds: [] }) },
  },
  "results-why-prediction": { ...why, entries: [resulting(1, { correct: 15, predictionError: 67 })] },
  "results-why-received": { ...why, entries: [resulting(1, { correct: 15 })] },
  "results-why-draw": {
    ...why,
    entries: [
      {
        ...resulting(1, { correct: 15 }),
        receipt: sampleReceipt(1, lastAwarded && { receivedAt: lastAwarded.receivedAt }),
      },
    ],
  },
  "results-excluded": {
    ...why,
    entries: [excludedEntry()],
    answers: {
      results: (_, round) => {
        const { code } = sampleReceipt(round)
        const excluded = [{ code, reason: "Thành viên tổ kỹ thuật." }]
        return good({ ...sampleResults(round), excluded })
      },
    },
  },
  "results-divisions": { path: "/tuan/1/ket-qua", entries: [sampleResult(1)], ...ofTwoDivisions() },
  "my-entries-offline": { ...own, path: "/bai-cua-toi", entries: [], answers: { entries: unreachable } },
  "received-picture": {
    path: "/tuan/2/bai",
    entries: [{ receipt: sampleReceipt(2) }],
    taps: ["Lưu biên nhận"],
  },
}

function ownWinner(): EntryView {
  const entry = sampleResult(1, "Giải Nhì")
  return { ...entry, receipt: { ...entry.receipt, code: "HS1-3K4D-91XQ-1" } }
}

function excludedEntry(): EntryView {
  const { receipt, result } = sampleResult(1)
  if (!result) return { receipt }
  const { rank: _, lastAwarded: __, ...rest } = result
  return { receipt, result: rest }
}
