import type { Writing } from "../app/complaint/keptComplaints.ts"
import type { Draft } from "../app/state/draft.ts"
import type { ContestView } from "../contract/contestView.ts"
import type { EntryView } from "../contract/entry.ts"
import type { Practice } from "../contract/practice.ts"
import { type Row, sampleRow } from "./fakeOutbox.ts"
import { helpStates } from "./helpStates.ts"
import { practiceStates } from "./practiceStates.ts"
import { midRound, sampleContest } from "./sampleContest.ts"
import { sampleReceipt, sampleResult } from "./sampleEntries.ts"
import { samplePaper } from "./samplePaper.ts"

/** What a state of the gallery consists of; what is left out is a signed-in citizen in the middle of round 2. */
export type State = {
  path?: string
  now?: number
  contest?: ContestView | null | "down"
  host?: "in" | "out" | "standalone"
  /** Why signing in fails. */
  signIn?: "ASSURANCE_TOO_LOW" | "USER_DENIED" | "USER_CANCELLED"
  /** The device has a voice. */
  speaks?: boolean
  offline?: boolean
  draft?: Partial<Draft>
  rows?: readonly Row[]
  entries?: readonly EntryView[]
  refuses?: "not-eligible" | "read-only"
  practice?: Practice["questions"] | "down"
  /** A complaint begun before. */
  writing?: Partial<Writing>
  complaints?: "down" | "slow-down"
  unit?: string
  /** The phone keeps nothing. */
  forgetful?: boolean
  /** A delivery is under way and does not end. */
  sending?: boolean
  /** Tapped after the first paint, by their words. */
  taps?: readonly string[]
}

const at = (iso: string) => Date.parse(`${iso}+07:00`)
const answers = (count: number) =>
  Object.fromEntries(
    samplePaper(2)
      .questions.slice(0, count)
      .map(({ id }) => [id, "a"]),
  )
const draft = (count: number, step: number, predictionText = ""): Partial<Draft> => ({
  answers: answers(count),
  step,
  predictionText,
})
const finished = { ...draft(15, 17, "1250"), reviewed: true }
const counted: EntryView = { receipt: sampleReceipt(2) }

/** Every state of the design's table, then every screen. */
export const states: Record<string, State> = {
  loading: { contest: null },
  "load-failed": { contest: "down" },
  "offline-ready": { offline: true, draft: draft(6, 7) },
  "offline-empty": { offline: true },
  "no-identity": { host: "out" },
  "assurance-too-low": { signIn: "ASSURANCE_TOO_LOW", taps: ["Bắt đầu làm bài"] },
  "sign-in-denied": { signIn: "USER_DENIED", host: "out", taps: ["Đăng nhập"] },
  "sign-in-cancelled": { signIn: "USER_CANCELLED", host: "out", taps: ["Đăng nhập"] },
  standalone: { host: "standalone" },
  "identity-expired": { rows: [sampleRow({ state: "needs-ticket" })] },
  "not-eligible": {
    path: "/tuan/2/thong-tin",
    refuses: "not-eligible",
    unit: "so-tttt",
    taps: ["Đồng ý cho", "Vào làm bài"],
  },
  upcoming: { now: at("2024-10-27T09:00:00"), contest: sampleContest() },
  open: {},
  "in-progress": { draft: draft(6, 7) },
  "closing-soon": { now: at("2024-11-10T22:40:00"), draft: draft(6, 7) },
  "already-entered": { entries: [counted] },
  sending: { path: "/tuan/2/xac-nhan", draft: finished, sending: true, taps: ["Nộp bài"] },
  queued: { path: "/tuan/2/bai", rows: [sampleRow({})] },
  received: { path: "/tuan/2/bai", entries: [counted] },
  "received-late": {
    path: "/tuan/2/bai",
    entries: [{ receipt: sampleReceipt(2, { late: true, receivedAt: "2024-11-11T00:12:08+07:00" }) }],
  },
  "refused-late": {
    path: "/tuan/2/bai",
    rows: [sampleRow({ state: "refused", lastProblem: { code: "round-closed" } })],
  },
  superseded: {
    path: "/tuan/2/bai",
    rows: [sampleRow({ state: "superseded", receipt: sampleReceipt(2) })],
    entries: [counted],
  },
  closed: { now: at("2024-11-11T00:00:00"), contest: gapAfterRound2() },
  "results-pending": {
    now: at("2024-11-25T10:00:00"),
    contest: sampleContest([1, 2, 3]),
    entries: [{ receipt: sampleReceipt(4) }],
  },
  "results-published": {
    now: at("2024-11-28T10:00:00"),
    contest: sampleContest([1, 2, 3, 4]),
    entries: [sampleResult(4)],
  },
  unavailable: {
    path: "/tuan/2/thong-tin",
    refuses: "read-only",
    unit: "so-tttt",
    taps: ["Đồng ý cho", "Vào làm bài"],
  },
  entrant: { path: "/tuan/2/thong-tin" },
  "entrant-known": { path: "/tuan/2/thong-tin", unit: "phuong-vy-da" },
  "entrant-errors": { path: "/tuan/2/thong-tin", taps: ["Vào làm bài"] },
  question: { path: "/tuan/2/cau/2", draft: draft(2, 2) },
  "question-aloud": { path: "/tuan/2/cau/2", draft: draft(2, 2), speaks: true, taps: ["Đọc to"] },
  "question-unanswered": { path: "/tuan/2/cau/3", draft: draft(2, 3), taps: ["Tiếp tục"] },
  "not-kept": { path: "/tuan/2/cau/2", draft: draft(2, 1), forgetful: true },
  prediction: { path: "/tuan/2/du-doan", draft: draft(15, 16, "1250") },
  "prediction-refused": { path: "/tuan/2/du-doan", draft: draft(15, 16, "1e4") },
  review: { path: "/tuan/2/xem-lai", draft: finished },
  "review-missing": { path: "/tuan/2/xem-lai", draft: draft(12, 17), taps: ["Tiếp tục để nộp"] },
  confirm: { path: "/tuan/2/xac-nhan", draft: finished },
  rules: { path: "/the-le" },
  documents: { path: "/tai-lieu" },
  "my-entries": {
    path: "/bai-cua-toi",
    contest: sampleContest([1]),
    entries: [sampleResult(1), counted],
  },
  results: { path: "/tuan/1/ket-qua", contest: sampleContest([1]), entries: [sampleResult(1)] },
  "results-award": {
    path: "/tuan/1/ket-qua",
    contest: sampleContest([1]),
    entries: [sampleResult(1, "Giải Nhì")],
  },
  answers: { path: "/tuan/1/dap-an", contest: sampleContest([1]), entries: [sampleResult(1)] },
  winners: { path: "/tuan/1/dat-giai", contest: sampleContest([1]) },
  ...practiceStates,
  ...helpStates,
}

/** The instant of a state. */
export function instantOf({ now }: State): number {
  return now ?? midRound
}

/** A pause after round 2, as an organiser may well plan it. */
function gapAfterRound2(): ContestView {
  const contest = sampleContest([1])
  const third = contest.rounds[2]
  if (third) third.opensAt = "2024-11-12T00:00:00+07:00"
  return contest
}
