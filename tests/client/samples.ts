import { type ProblemCode, problems } from "../../src/contract/problemCodes.ts"
import type { Receipt } from "../../src/contract/receipt.ts"

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
