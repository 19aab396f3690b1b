import type { Paper } from "../contract/paper.ts"
import type { Ticket } from "../contract/ticket.ts"
import { list, number, optional, type Read, shape, text } from "./read.ts"
import { hash, instant, readReceipt } from "./readReceipt.ts"

// The answers on the way of an entry: these readers take exactly what the contract's schemas take.

type Question = Paper["questions"][number]

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
