import type { EntriesView, EntryResult, EntryView } from "../contract/entry.ts"
import type { Paper } from "../contract/paper.ts"
import type { Ticket } from "../contract/ticket.ts"
import { flag, list, number, optional, type Read, shape, text } from "./read.ts"
import { hash, instant, readReceipt } from "./readReceipt.ts"

// The answers on the way of an entry: these readers take exactly what the contract's schemas take.

type Question = Paper["questions"][number]
type Marked = EntryResult["questions"][number]

const readAccepted: Read<Marked["accepted"]> = (value) =>
  value === "void" ? value : (list(text)(value) as Marked["accepted"])

/** Reads a paper, as `paperSchema` does. */
export const readPaper: Read<Paper> = shape<Paper>({
  round: number,
  division: text,
  paperHash: hash,
  questions: list(
    shape<Question>({
      id: text,
      text,
      options: list(shape<Question["options"][number]>({ id: text, text })),
    }),
  ),
})

/** Reads a ticket, as `ticketSchema` does. */
export const readTicket: Read<Ticket> = shape<Ticket>({
  ticket: text,
  issuedAt: instant,
  expiresAt: instant,
  division: text,
  participant: shape<Ticket["participant"]>({ name: optional(text), unit: optional(text) }),
  receipt: optional(readReceipt),
})

/** Reads a participant's entry to one round, as `entryViewSchema` does. */
export const readEntryView: Read<EntryView> = shape<EntryView>({
  receipt: readReceipt,
  result: optional(
    shape<EntryResult>({
      revision: number,
      correct: number,
      questions: list(
        shape<Marked>({
          id: text,
          chosen: text,
          credited: flag,
          accepted: readAccepted,
          explanation: text,
        }),
      ),
      allCorrect: number,
      predictionError: number,
      rank: optional(number),
      entrants: number,
      award: optional(shape<NonNullable<EntryResult["award"]>>({ id: text, name: text })),
      lastAwarded: optional(
        shape<NonNullable<EntryResult["lastAwarded"]>>({
          correct: number,
          predictionError: number,
          receivedAt: instant,
          late: flag,
        }),
      ),
    }),
  ),
})

/** Reads a participant's entries over all rounds, as `entriesViewSchema` does. */
export const readEntriesView: Read<EntriesView> = shape<EntriesView>({ entries: list(readEntryView) })
