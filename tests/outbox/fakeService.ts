import type { Outcome, PutEntry } from "../../src/client/contestApi.ts"
import { entryHash } from "../../src/contract/hash.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { ticketOwner } from "../../src/contract/ticketOwner.ts"
import { delivered, receiptOf, refused, unreachable } from "./fixtures.ts"

export const faults = [
  "none",
  "request lost",
  "answer lost",
  "500",
  "503",
  "captive portal",
  "foreign receipt",
  "ticket expired",
] as const
export type Fault = (typeof faults)[number]

/** A service that counts one entry of a person and round, as the real one does, behind a way that fails as told. */
export function fakeService(planned: Fault[] = []) {
  const counted = new Map<string, Receipt>()
  let requests = 0

  async function count({ contest, round, ticket, body }: Parameters<PutEntry>[0]): Promise<Outcome<Receipt>> {
    const person = `${contest} ${round} ${ticketOwner(ticket)}`
    const hash = await entryHash(JSON.parse(body))
    const code = `HS1-0000-${String(counted.size).padStart(4, "0")}-M`
    const receipt = counted.get(person) ?? receiptOf({ contest, round, entryHash: hash }, { code })
    counted.set(person, receipt)
    return receipt.entryHash === hash ? delivered(receipt) : refused("already-entered", { receipt })
  }

  const putEntry: PutEntry = async (entry) => {
    const fault = planned[requests] ?? "none"
    requests += 1
    switch (fault) {
      case "none":
        return count(entry)
      case "request lost":
        return unreachable
      case "answer lost":
        await count(entry)
        return unreachable
      case "500":
        return refused("unexpected")
      case "503":
        return refused("busy", { retryAfterSeconds: 7 })
      case "captive portal":
        return {
          ok: false,
          problem: { code: "unreadable", retry: "same", detail: "HTML" },
          serviceTime: null,
        }
      case "foreign receipt":
        return delivered(receiptOf({ ...entry, entryHash: "f".repeat(64) }))
      case "ticket expired":
        return refused("ticket-expired")
    }
  }
  return { putEntry, counted, requests: () => requests }
}
