import type { Announcer } from "./announcer.ts"
import type { Care, CaredOutbox } from "./care.ts"
import { copyOf } from "./copyOf.ts"
import { learnRounds } from "./learnRounds.ts"
import { type Mirror, reconcile } from "./mirror.ts"
import { nextDueAt } from "./nextDueAt.ts"
import { mayGo } from "./retention.ts"
import { withClosing } from "./roundClosing.ts"
import type { Row } from "./row.ts"

export type CareParts = {
  outbox: CaredOutbox
  announcer: Announcer
  /** Phone clock. */
  now: () => number
}

/** Care for an outbox, from now on. No call rejects but `forgetDelivered`. */
export function careFor({ outbox, announcer, now }: CareParts): Care {
  const { store } = outbox
  const mirrors: Mirror[] = []
  /** The last that was learned of each round, for rows that come back only after it. */
  const closings = new Map<string, () => Promise<void>>()

  outbox.onChange((row, isHere) => {
    void copy(row)
    if (isHere) announcer.tell(row.rowId)
  })
  announcer.listen(async (rowId) => {
    const row = await store.get(rowId)
    if (row !== null) outbox.changed(row, false)
  })

  /** Whether any mirror has the row now. */
  function copy(row: Row): Promise<boolean> {
    return Promise.any(mirrors.map((mirror) => mirror.write(copyOf(row)))).then(
      () => true,
      () => false,
    )
  }

  const care: Care = {
    async keep(rowId) {
      const row = await store.get(rowId)
      return row !== null && copy(row)
    },
    async addMirror(mirror) {
      mirrors.push(mirror)
      try {
        await reconcile(store, mirror, (row) => outbox.changed(row))
      } catch {
        // No second place on this device, or not now: the first one has to do.
      }
      for (const close of [...closings.values()]) await close()
    },
    nextAttemptAt: () => nextDueAt(store, now()),
    async roundClosesAt(contest, round, closesAt) {
      const close = async () => {
        await outbox.changeAll(
          (row) => row.contest === contest && row.round === round,
          (row) => withClosing(row, closesAt, now()),
        )
      }
      closings.set(`${contest} ${round}`, close)
      await close()
    },
    async forgetDelivered(round, serviceNow) {
      const gone = (await store.all())
        .filter((row) => mayGo(row, round, serviceNow))
        .map(({ rowId }) => rowId)
      if (gone.length === 0) return
      await store.remove(gone)
      // A copy that stays behind comes back as received and goes the next time.
      await Promise.allSettled(mirrors.map((mirror) => mirror.remove(gone)))
    },
    learnRounds: (contest, rounds, serviceNow) => learnRounds(care, contest, rounds, serviceNow),
  }
  return care
}
