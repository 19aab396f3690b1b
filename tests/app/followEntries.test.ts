import { batch, type Signal, signal } from "@preact/signals-core"
import { beforeEach, expect, it, vi } from "vitest"
import type { App } from "../../src/app/createApp.ts"
import { followEntries } from "../../src/app/followEntries.ts"
import type { EntryStatus } from "../../src/app/state/entryStatus.ts"
import { viCard } from "../../src/app/words/viCard.ts"
import { sampleReceipt } from "../../src/gallery/sampleEntries.ts"

const received: EntryStatus = { kind: "received", receipt: sampleReceipt(2), result: null }
const news = viCard.receivedNews(sampleReceipt(2).code)

let entry: Signal<EntryStatus | null>
let claims: Signal<object | null>
let generation: Signal<number>
let said: string[]
const renewTicket = vi.fn()
const reached = vi.fn()

/** Follows the one entry of a citizen, which the tests change. */
function follow(first: EntryStatus | null): () => void {
  entry.value = first
  return followEntries({
    entries: {
      rounds: () => (entry.value ? [2] : []),
      statusOf: () => entry.value,
      renewTicket,
    },
    session: { generation, claims },
    status: { announce: (text: string) => said.push(text) },
    words: { card: signal(viCard) },
    drafts: { byRound: signal(new Map()) },
    network: { reached },
  } as unknown as App)
}

beforeEach(() => {
  entry = signal(null)
  claims = signal({})
  generation = signal(0)
  said = []
  renewTicket.mockClear()
  reached.mockClear()
})

it("says once that an entry which was on its way has been received, and that the network is there", () => {
  follow({ kind: "sending" })
  expect(said).toEqual([])
  entry.value = { ...received }
  entry.value = { ...received }
  expect(said).toEqual([news])
  expect(reached).toHaveBeenCalledTimes(1)
})

it("says nothing of an entry that had been received before it looked, nor of another citizen's", () => {
  follow(received)
  entry.value = { kind: "sending" }
  batch(() => {
    generation.value += 1
    entry.value = received
  })
  expect(said).toEqual([])
})

it("says that an entry waits, when it could not be sent", () => {
  follow({ kind: "sending" })
  entry.value = { kind: "queued", busy: false }
  expect(said).toEqual([viCard.queued.title])
})

it("asks once for a new ticket, as soon as somebody is signed in", () => {
  claims.value = null
  follow({ kind: "needs-ticket" })
  expect(renewTicket).not.toHaveBeenCalled()
  claims.value = {}
  entry.value = { kind: "needs-ticket" }
  expect(renewTicket.mock.calls).toEqual([[2, {}]])
})

it("stops when told to", () => {
  follow({ kind: "sending" })()
  entry.value = received
  expect(said).toEqual([])
})
