import type { Outcome, PutEntry } from "../../src/client/contestApi.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import type { Announcer } from "../../src/outbox/announcer.ts"
import type { Care, CaredOutbox } from "../../src/outbox/care.ts"
import { careFor } from "../../src/outbox/careFor.ts"
import { createOutbox, type OutboxParts } from "../../src/outbox/createOutbox.ts"
import type { Lock } from "../../src/outbox/lock.ts"
import type { Mirror } from "../../src/outbox/mirror.ts"
import { fakeTime } from "./fakeTime.ts"
import { start, unreachable } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

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

type Parts = Partial<OutboxParts> & { mirrors?: readonly Mirror[]; announcer?: Announcer }

/**
 * An outbox over memory, with a clock of its own, and care for it from the start; anything can be replaced. `cared`
 * resolves once its mirrors are reconciled. Only what the test calls happens: no trigger is started.
 */
export function outboxWith({ mirrors = [], announcer = silent, ...parts }: Parts = {}) {
  const time = fakeTime(start)
  let ids = 0
  let reconciled: Promise<unknown> = Promise.resolve()
  const store = parts.store ?? memoryStore()
  const now = parts.now ?? time.now
  const outbox = createOutbox({
    lock: noLock,
    putEntry: scripted(unreachable).putEntry,
    random: () => 0.5,
    after: time.after,
    newId: () => {
      ids += 1
      return `row-${ids}`
    },
    async loadCare(opened: CaredOutbox) {
      const care = careFor({ outbox: opened, announcer, now })
      reconciled = Promise.all(mirrors.map(care.addMirror))
      return care
    },
    ...parts,
    now,
    store,
  })
  const cared = async (): Promise<Care> => {
    const care = await outbox.care()
    await reconciled
    return care
  }
  void outbox.care().catch(() => undefined)
  return { outbox, store, time, cared }
}
