import type { EntryView } from "../../src/contract/entry.ts"
import type { Paper } from "../../src/contract/paper.ts"
import type { ProblemCode } from "../../src/contract/problemCodes.ts"
import { problems } from "../../src/contract/problems.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import type { Ticket } from "../../src/contract/ticket.ts"

export const receipt: Receipt = {
  code: "HS1-7K4D-91XQ-M",
  contest: "hue-s-2024",
  round: 1,
  division: "all",
  unit: "ward-1",
  receivedAt: "2024-10-29T02:00:01Z",
  late: false,
  prediction: 120,
  entryHash: "a".repeat(64),
  signature: "a.b.c",
}

export function problemOf(code: ProblemCode) {
  return {
    type: `https://service.example/problems/${code}`,
    title: code,
    code,
    ...problems[code],
    detail: "in words",
  }
}

export const paper: Paper = {
  round: 1,
  division: "all",
  paperHash: "b".repeat(64),
  questions: [
    {
      id: "r1q01",
      text: "Cầu Trường Tiền có mấy nhịp?",
      options: [
        { id: "a", text: "Sáu" },
        { id: "b", text: "Bảy" },
      ],
    },
  ],
}

export const ticket: Ticket = {
  ticket: "a.b.c",
  issuedAt: "2024-10-29T02:00:00Z",
  expiresAt: "2024-11-20T02:00:00Z",
  division: "all",
  participant: { name: "Hoà", unit: "ward-1" },
  receipt,
}

export const entryView: EntryView = {
  receipt,
  result: {
    revision: 1,
    correct: 1,
    questions: [
      { id: "r1q01", chosen: "a", credited: true, accepted: ["a"], explanation: "Sáu vài, mười hai nhịp." },
      { id: "r1q02", chosen: "b", credited: true, accepted: "void", explanation: "Câu được huỷ." },
    ],
    allCorrect: 118,
    predictionError: 2,
    rank: 3,
    entrants: 1200,
    award: { id: "first", name: "Giải Nhất" },
    lastAwarded: { correct: 2, predictionError: 9, receivedAt: "2024-10-30T02:00:01Z", late: false },
  },
}

/** A description with every member that there is, and defaults left to the reader here and there. */
export const contestView = {
  id: "sample",
  title: "Hội thi mẫu",
  organiser: "Ban Tổ chức",
  timeZone: "Asia/Ho_Chi_Minh",
  rulesVersion: "2024-1",
  rules: [{ heading: "Đối tượng", text: "Mọi người." }],
  contact: { name: "Ban Tổ chức", address: "Huế", phone: "1900", email: "btc@hue.example" },
  codePrefix: "HT",
  rounds: [
    {
      number: 1,
      opensAt: "2024-10-27T17:00:00.000Z",
      closesAt: "2024-11-03T17:00:00.000Z",
      resultsDueAt: "2024-11-06T10:00:00.000Z",
      extended: { from: "2024-11-02T17:00:00.000Z", reason: "Bão." },
      phase: "open",
      commitments: [{ division: "all", key: "c".repeat(64), seed: "d".repeat(64) }],
      entrants: 7,
    },
  ],
  divisions: [
    { id: "officials", name: "Cán bộ", who: { unitKinds: ["agency"], declared: false } },
    { id: "all", name: "Người dân" },
  ],
  eligibility: { accounts: ["vneid"], identity: "account", minAssurance: 2, minAge: 14, unitRequired: true },
  paper: { questions: 1, shuffleOptions: false },
  prediction: { of: "all-correct", max: 99 },
  entriesPerRound: 1,
  late: { graceMinutes: 30 },
  ranking: ["correct", "prediction", "received", "draw"],
  awards: {
    individual: [{ id: "first", name: "Giải Nhất", count: 1, requiresAllCorrect: true, division: "all" }],
    collective: [{ kinds: ["locality"], count: 10 }, { count: 1 }],
    oneAwardPerPerson: true,
  },
  standings: {
    participationWeight: 0.5,
    qualityWeight: 0.5,
    minEntrants: 5,
    minRate: 0.01,
    headcountAsOf: "2024-01-01",
  },
  privacy: { complaintDays: 15 },
  documents: [
    {
      title: "Nghị quyết",
      number: "12",
      issuer: "Tỉnh uỷ",
      date: "2021-11-12",
      url: "https://hue.example/12",
    },
  ],
  units: [{ id: "ward-1", name: "Phường 1", kind: "locality", headcount: 900, parent: "ward-0" }],
}
