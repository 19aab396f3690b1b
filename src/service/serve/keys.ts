import type { JWK } from "jose"
import type { Clock } from "../clock.ts"
import { type Receipts, receiptDesk } from "../identity/receipts.ts"
import { loadSecrets } from "../identity/secrets.ts"
import { type Tickets, ticketOffice } from "../identity/tickets.ts"
import type { Sql } from "../sql/sql.ts"
import { type KeyRing, readSecretsFile } from "./secretsFile.ts"

/** The service's keys: out of `secretsFile` where there is one, else out of the database, which makes them at first. */
export async function openKeyRing(sql: Sql, secretsFile: string | undefined): Promise<KeyRing> {
  if (secretsFile !== undefined) return readSecretsFile(secretsFile)
  const { receiptKey, ticketKey, personKey } = await loadSecrets(sql)
  return { receiptKeys: [receiptKey], ticketKeys: [ticketKey], personKey }
}

/** Signs with the first receipt key and publishes all of them: a receipt of last month is checked by last month's. */
export async function receiptsOf({ receiptKeys }: KeyRing): Promise<Receipts> {
  const [first, ...others] = receiptKeys
  if (!first) throw new Error("a key ring has a receipt key")
  const desk = await receiptDesk(first)
  const publicOthers = others.map(({ d: _, ...publicKey }): JWK => publicKey)
  return { ...desk, keys: { keys: [...desk.keys.keys, ...publicOthers] } }
}

/** Seals tickets with the first ticket key and opens those of all. */
export function ticketsOf({ ticketKeys }: KeyRing, clock: Clock): Tickets {
  const [first, ...others] = ticketKeys.map((key) => ticketOffice(key, clock))
  if (!first) throw new Error("a key ring has a ticket key")
  return {
    issue: first.issue,
    async open(ticket, contest, round) {
      let opened = await first.open(ticket, contest, round)
      for (const other of others) {
        if (opened.ok || opened.code === "ticket-expired") return opened
        opened = await other.open(ticket, contest, round)
      }
      return opened
    },
  }
}
