import { effect, type ReadonlySignal, signal } from "@preact/signals-core"
import type { ContestApi } from "../../client/contestApi.ts"
import type { EntryView } from "../../contract/entry.ts"
import type { Receipt } from "../../contract/receipt.ts"
import type { TicketRequest } from "../../contract/ticket.ts"
import type { Outbox } from "../../outbox/outbox.ts"
import type { Row, SealRequest } from "../../outbox/row.ts"
import type { Ask } from "./ask.ts"
import { authorized } from "./authorized.ts"
import { type EntryStatus, entryStatus } from "./entryStatus.ts"
import type { Session } from "./session.ts"

/** This citizen's entries: those sealed on this phone and those the service knows. */
export type Entries = {
  /** Null: nothing sealed or counted that this phone knows of. Reads signals: re-runs where it is used. */
  statusOf(round: number): EntryStatus | null
  /** All rounds with an entry, ascending. */
  rounds(): number[]
  /** The receipts of counted entries, the earliest round first. */
  receipts(): Receipt[]
  /** Whether the service has been asked and has answered. */
  known: ReadonlySignal<boolean>
  /** Asks the service what counts. */
  refresh(): Promise<void>
  /** The service said in passing that this entry counts. */
  take(receipt: Receipt): void
  /**
   * Seals and sends. "page-only": this page holds it and sends it from here, so it must stay open. "not-sealed":
   * nothing is held anywhere.
   */
  seal(request: SealRequest): Promise<"stored" | "page-only" | "not-sealed">
  /** Whether a sealed entry lives only as long as this page. */
  pageOnly: ReadonlySignal<boolean>
  /** A new ticket for an entry that has lost its own; `request` declares what it declared before. */
  renewTicket(round: number, request: TicketRequest): Promise<void>
  /** Sends what waits, now. */
  deliver(): Promise<void>
}

export type EntriesParts = {
  contestId: Promise<string>
  api: Promise<ContestApi>
  outbox: Promise<Outbox>
  session: Session
  ask: Ask
}

/** Follows the outbox and the service for whoever is signed in; another citizen starts empty. */
export function createEntries({ contestId, api, outbox, session, ask }: EntriesParts): Entries {
  const rows = signal<readonly Row[]>([])
  const views = signal<readonly EntryView[]>([])
  const known = signal(false)
  const sending = signal(false)
  const pageOnly = signal(false)

  const readRows = async () => {
    const owner = session.owner.peek()
    const found = owner ? await (await outbox).rowsOf(owner) : []
    const contest = await contestId
    // Another citizen meanwhile: their own reading is under way.
    if (owner === session.owner.peek()) rows.value = found.filter((row) => row.contest === contest)
  }
  const refresh = async () => {
    const asked = session.generation.peek()
    const contest = await contestId
    const outcome = await authorized(session, async (token) => ask((await api).entries(contest, token)))
    if (!outcome?.ok || asked !== session.generation.peek()) return
    views.value = outcome.value.entries
    known.value = true
  }
  const take = (receipt: Receipt) => {
    const others = views.peek().filter((view) => view.receipt.round !== receipt.round)
    views.value = [...others, { receipt }]
  }
  const deliver = async () => {
    sending.value = true
    try {
      await (await outbox).deliver({ force: true })
    } catch {
      // The store failed; the rows are as they were, and the outbox tries again by itself.
    }
    await readRows()
    sending.value = false
  }

  effect(() => {
    session.generation.value
    views.value = []
    known.value = false
  })
  effect(() => {
    if (session.owner.value === null) rows.value = []
    else void readRows()
  })
  effect(() => {
    if (session.claims.value) void refresh()
  })
  // Without an outbox (its script did not come) there are no rows to follow.
  outbox.then(
    (reached) => reached.onChange(() => void readRows()),
    () => undefined,
  )

  return {
    statusOf(round) {
      const row = rows.value.find((candidate) => candidate.round === round) ?? null
      const view = views.value.find(({ receipt }) => receipt.round === round) ?? null
      return entryStatus(row, view, sending.value)
    },
    rounds() {
      const numbers = [
        ...rows.value.map((row) => row.round),
        ...views.value.map((view) => view.receipt.round),
      ]
      return [...new Set(numbers)].sort((a, b) => a - b)
    },
    receipts() {
      const kept = rows.value.flatMap(({ receipt }) => receipt ?? [])
      return [...views.value.map(({ receipt }) => receipt), ...kept].sort((a, b) => a.round - b.round)
    },
    known,
    refresh,
    take,
    async seal(request) {
      const sealed = await (await outbox).seal(request)
      if (!sealed.stored && !sealed.row) return "not-sealed"
      pageOnly.value = !sealed.stored
      // Before the row shows, so that it never flashes up as waiting.
      sending.value = true
      await readRows()
      void deliver()
      return sealed.stored ? "stored" : "page-only"
    },
    pageOnly,
    async renewTicket(round, request) {
      const contest = await contestId
      const outcome = await authorized(session, async (token) =>
        ask((await api).ticket(contest, round, token, request)),
      )
      if (!outcome?.ok) return
      const { ticket, expiresAt, receipt } = outcome.value
      const owner = session.owner.peek()
      if (receipt) take(receipt)
      // The outbox refuses a ticket of another owner: A's entry never leaves under B's name.
      if (owner && (await (await outbox).supplyTicket(owner, contest, round, ticket, Date.parse(expiresAt))))
        await deliver()
    },
    deliver,
  }
}
