import { type Rule, stages } from "./rule.ts"
import { bodyRules } from "./rules/bodies.ts"
import { complaintRules } from "./rules/complaints.ts"
import { contestRules } from "./rules/contests.ts"
import { deadlineRules } from "./rules/deadline.ts"
import { entryRules } from "./rules/entries.ts"
import { everyAnswerRules } from "./rules/everyAnswer.ts"
import { identityRules } from "./rules/identity.ts"
import { onceRules } from "./rules/once.ts"
import { paperRules } from "./rules/papers.ts"
import { publicationRules } from "./rules/publication.ts"
import { receiptRules } from "./rules/receipts.ts"
import { ticketRules } from "./rules/tickets.ts"

/** Every rule of the contract that can be tried from outside, in the order in which they are run. */
export const allRules: readonly Rule[] = [
  ...contestRules,
  ...paperRules,
  ...identityRules,
  ...ticketRules,
  ...receiptRules,
  ...onceRules,
  ...entryRules,
  ...bodyRules,
  ...complaintRules,
  ...deadlineRules,
  ...publicationRules,
  ...everyAnswerRules,
].sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage))
