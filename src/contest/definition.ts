import * as v from "valibot"
import { isKnownZone } from "./knownZone.ts"
import { accountKinds, rankingKeys, unitKinds } from "./vocabulary.ts"

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "must be an id: a-z, 0-9 and -, at most 64 characters"),
)
const text = v.pipe(v.string(), v.trim(), v.minLength(1, "must not be empty"), v.maxLength(4000))
const count = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  )
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** An instant on the wire (ISO 8601 with offset or Z) becomes milliseconds since 1970. */
export const instantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/,
    "must be an ISO 8601 instant with offset or Z",
  ),
  v.transform((iso) => Date.parse(iso)),
  v.number("must be an existing date"),
)

const day = v.pipe(v.string(), v.isoDate("must be a date YYYY-MM-DD"))

/**
 * The members of a contest definition. `object` decides about unknown members: refused in an organiser's file
 * (a typing error there must not pass unseen), ignored in a service's answer (an older app meets a newer service).
 */
const members = (object: typeof v.object) => ({
  id,
  title: text,
  organiser: text,
  timeZone: v.pipe(v.string(), v.check(isKnownZone, "must be an IANA time zone")),
  rulesVersion: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  rules: v.array(object({ heading: text, text })),
  contact: object({
    name: text,
    address: v.optional(text),
    phone: v.optional(text),
    email: v.optional(text),
  }),
  /** Letters that a receipt's code starts with. */
  codePrefix: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "must be two capital letters")), "HS"),
  rounds: v.pipe(
    v.array(
      object({
        number: count(1, 99),
        opensAt: instantSchema,
        closesAt: instantSchema,
        resultsDueAt: v.optional(instantSchema),
        /** Set by an extension: until when the round was to run before, and why that was changed. */
        extended: v.optional(object({ from: instantSchema, reason: text })),
      }),
    ),
    v.minLength(1, "a contest needs a round"),
  ),
  divisions: v.optional(
    v.pipe(
      v.array(
        object({
          id,
          name: text,
          who: v.optional(
            object({
              unitKinds: v.optional(v.array(v.picklist(unitKinds))),
              declared: v.optional(v.boolean(), true),
            }),
            {},
          ),
        }),
      ),
      v.minLength(1, "a contest needs a division"),
    ),
    [{ id: "all", name: "Tất cả" }],
  ),
  eligibility: object({
    accounts: v.pipe(v.array(v.picklist(accountKinds)), v.minLength(1, "name at least one kind of account")),
    identity: v.optional(v.picklist(["person", "account"]), "person"),
    minAssurance: v.optional(v.picklist([1, 2])),
    minAge: v.optional(count(0, 120)),
    unitRequired: v.optional(v.boolean(), false),
  }),
  paper: v.optional(
    object({ questions: v.optional(count(1, 100), 15), shuffleOptions: v.optional(v.boolean(), true) }),
    {},
  ),
  prediction: v.optional(
    object({
      of: v.optional(v.literal("all-correct"), "all-correct"),
      max: v.optional(count(1, 99_999_999), 999_999),
    }),
    {},
  ),
  entriesPerRound: v.optional(v.literal(1, "only one entry a round is supported"), 1),
  late: v.optional(object({ graceMinutes: v.optional(count(0, 720), 0) }), {}),
  ranking: v.optional(v.array(v.picklist(rankingKeys)), [...rankingKeys]),
  awards: object({
    individual: v.array(
      object({
        id,
        name: text,
        count: count(1, 1000),
        requiresAllCorrect: v.optional(v.boolean(), false),
        division: v.optional(id),
      }),
    ),
    collective: v.optional(
      v.array(
        object({ kinds: v.optional(v.array(v.picklist(unitKinds)), [...unitKinds]), count: count(1, 1000) }),
      ),
      [],
    ),
    oneAwardPerPerson: v.optional(v.boolean(), false),
  }),
  standings: v.optional(
    object({
      participationWeight: v.optional(fraction, 0.6),
      qualityWeight: v.optional(fraction, 0.4),
      minEntrants: v.optional(count(0, 1_000_000), 10),
      minRate: v.optional(fraction, 0),
      headcountAsOf: v.optional(day),
    }),
    {},
  ),
  privacy: v.optional(
    object({
      /** Days after the last results in which complaints come in; then names and units may go. */
      complaintDays: v.optional(count(1, 3650), 30),
    }),
    {},
  ),
  documents: v.optional(
    v.array(
      object({
        title: text,
        number: v.optional(text),
        issuer: v.optional(text),
        date: v.optional(day),
        url: v.optional(v.pipe(v.string(), v.url())),
      }),
    ),
    [],
  ),
})

/** The members of a definition as a service's answer carries them; unknown members are ignored. */
export const definitionMembers = members(v.object)

/** The shape of an organiser's definition file; what members must be among each other is in definitionFaults.ts. */
// strictObject infers the same output as object; only its treatment of unknown members differs.
export const definitionSchema = v.strictObject(members(v.strictObject as unknown as typeof v.object))

/** A contest as data: everything that tells one contest from another. Instants are milliseconds since 1970. */
export type ContestDefinition = v.InferOutput<typeof definitionSchema>
export type Round = ContestDefinition["rounds"][number]
export type Division = ContestDefinition["divisions"][number]
export type IndividualPrize = ContestDefinition["awards"]["individual"][number]

/** One thing wrong in a definition. `path`: members from the root, e.g. `rounds[1].closesAt`. */
export type DefinitionFault = { path: string; message: string }
