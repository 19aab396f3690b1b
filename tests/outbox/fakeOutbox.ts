import type { Outcome, PutEntry } from "../../src/client/contestApi.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import type { Announcer } from "../../src/outbox/announcer.ts"
import { createOutbox, type OutboxParts } from "../../src/outbox/createOutbox.ts"
import type { Lock } from "../../src/outbox/lock.ts"
import { memoryStore } from "../../src/outbox/memoryStore.ts"
import { fakeTime } from "./fakeTime.ts"
import { start, unreachable } from "./fixtures.ts"

export const noLock: Lock = (work) => work()
export const silent: Announcer = { tell: () => {}, listen: () => () => {} }

type Sent = Parameters<PutEntry>[0]

/** A service that answers what the test says, in turn, and the last one from then on; it remembers what was sent. */
export function scripted(...answers: (Outcome<Receipt> | ((sent: Sent) => Outcome<Receipt>))[]) {
  const sent: Sent[] = []
  const putEntry: PutEntry = async (entry) => {
    sent.push(entry)
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? unreachable
    return typeof answer === "function" ? answer(entry) : answer
  }
  return { sent, putEntry }
}

/** An outbox over memory, with a clock of its own; anything can be replaced. */
export function outboxWith(parts: Partial<OutboxParts> = {}) {
  const time = fakeTime(start)
  let ids = 0
  const store = parts.store ?? memoryStore()
  const outbox = createOutbox({
    mirrors: [],
    lock: noLock,
    putEntry: scripted(unreachable).putEntry,
    now: time.now,
    random: () => 0.5,
    after: time.after,
    announcer: silent,
    newId: () => {
      ids += 1
      return `row-${ids}`
    },
    ...parts,
    store,
  })
  return { outbox, store, time }
}
