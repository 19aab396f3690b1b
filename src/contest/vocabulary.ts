/** The words of a contest. Imports nothing: every other file speaks in these. */

/** Milliseconds since 1970-01-01T00:00Z. On the wire an instant is ISO 8601 with offset or Z. */
export type Instant = number

export const accountKinds = ["hue-s", "vneid"] as const
/** The kind of account the host signed a citizen in with. */
export type AccountKind = (typeof accountKinds)[number]

export const unitKinds = ["agency", "public-unit", "locality", "organisation", "residential-group"] as const
/** Kinds of units make leagues. */
export type UnitKind = (typeof unitKinds)[number]

export const rankingKeys = ["correct", "prediction", "received", "draw"] as const
/** What entries are compared by, in the order that a definition gives. */
export type RankingKey = (typeof rankingKeys)[number]

export const roundPhases = ["upcoming", "open", "closed", "published"] as const
/** Where a round stands for a citizen. */
export type RoundPhase = (typeof roundPhases)[number]

export const arrivals = ["early", "on-time", "late", "too-late"] as const
/** How an entry's arrival relates to its round's window. */
export type Arrival = (typeof arrivals)[number]

/** Chosen option id by question id: ids, never positions or labels. */
export type Answers = Readonly<Record<string, string>>

/** Accepted option ids by question id; "void" credits everybody (a question withdrawn by an amendment). */
export type AnswerKey = Readonly<Record<string, readonly string[] | "void">>

/** A question as citizens see it: nothing in it tells the accepted option. */
export type Question = {
  readonly id: string
  readonly text: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
}

/** A question as the organiser keeps it. */
export type BankQuestion = Question & {
  readonly accepted: readonly string[]
  readonly explanation: string
  readonly source: string
  /** Calendar day (YYYY-MM-DD) on which the fact is true. */
  readonly asOf: string
}

/** What an organisation, locality or group is called and how many belong to it. */
export type Unit = {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  /** People who could take part; absent or 0: listed without a rate. */
  readonly headcount?: number | undefined
  /** Id of the unit this one belongs to. */
  readonly parent?: string | undefined
}

/** What ranking needs to know of one counted entry. */
export type MarkedEntry = {
  readonly code: string
  /** Correct answers, 0..questions of the paper. */
  readonly correct: number
  /** Predicted number of all-correct participants. */
  readonly prediction: number
  /** Arrival at the service, whole seconds since 1970. */
  readonly receivedAtSeconds: number
  readonly late: boolean
}
