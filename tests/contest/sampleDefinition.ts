import type { ContestDefinition } from "../../src/contest/definition.ts"
import { parseDefinition } from "../../src/contest/parseDefinition.ts"

/** A small valid definition file, as parsed JSON. Two rounds of a week, the second right after the first. */
export const definitionFile = () => ({
  id: "sample",
  title: "Hội thi mẫu",
  organiser: "Ban Tổ chức",
  timeZone: "Asia/Ho_Chi_Minh",
  rulesVersion: "1",
  rules: [],
  contact: { name: "Ban Tổ chức" },
  rounds: [
    { number: 1, opensAt: "2024-10-28T00:00:00+07:00", closesAt: "2024-11-04T00:00:00+07:00" },
    { number: 2, opensAt: "2024-11-04T00:00:00+07:00", closesAt: "2024-11-11T00:00:00+07:00" },
  ],
  eligibility: { accounts: ["hue-s", "vneid"] },
  late: { graceMinutes: 30 },
  awards: { individual: [{ id: "first", name: "Giải Nhất", count: 1, requiresAllCorrect: true }] },
})

/** The definition out of `definitionFile`, parsed. */
export function sampleDefinition(): ContestDefinition {
  const parsed = parseDefinition(definitionFile())
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.definition
}
