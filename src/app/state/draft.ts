import type { Question } from "../../contest/vocabulary.ts"
import type { TicketRequest } from "../../contract/ticket.ts"

/** Version of the kept shape; one of another version is not read. */
export const draftVersion = 1

/** A citizen's unsealed answers to one round, with all that answering needs when there is no network. */
export type Draft = {
  version: typeof draftVersion
  contest: string
  round: number
  owner: string
  ticket: string
  /** Instant by the service's clock, milliseconds since 1970. */
  ticketExpiresAt: number
  division: string
  /** Unit id as the service froze it, or null: none. */
  unit: string | null
  paperHash: string
  questions: readonly Question[]
  /** Chosen option id by question id. */
  answers: Readonly<Record<string, string>>
  /** The step the citizen is at: 1..questions, then the prediction (questions + 1), then the review (questions + 2). */
  step: number
  /** As typed: read when it is needed, shown again as it was. */
  predictionText: string
  /** Whether the review has been reached: from then on an answer leads back to it. */
  reviewed: boolean
  /** 32 random bits: this citizen's order of options. */
  optionSeed: number
}

/** What the citizen declared for this draft's ticket, to be declared again for the next one. */
export function declaredIn({ unit, division }: Draft): TicketRequest {
  return { division, ...(unit !== null && { unit }) }
}

/** How many questions have an answer. */
export function answeredCount(draft: Draft): number {
  return draft.questions.filter(({ id }) => draft.answers[id] !== undefined).length
}

/** The steps (1..questions) without an answer. */
export function unansweredSteps(draft: Draft): number[] {
  return draft.questions.flatMap(({ id }, index) => (draft.answers[id] === undefined ? [index + 1] : []))
}
