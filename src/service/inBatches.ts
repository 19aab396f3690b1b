/** How questions are put together. */
export type Batching = {
  /** So many batches are under way at once; what comes meanwhile waits for the next. */
  atOnce: number
  /** No batch is larger. */
  most: number
  /** Whether an error would be the same for everyone. After any other, each of the batch is asked again by itself. */
  isEverybodys: (error: unknown) => boolean
}

/**
 * Turns a question about many into a question about one: what is asked in the same turn of the event loop, or while
 * batches are under way, goes together. So a busy database is asked seldom and for much, an idle one at once. `askAll` gives
 * its answers in the order of what was asked. A faulty question fails alone.
 */
export function inBatches<Asked, Found>(
  askAll: (asked: readonly Asked[]) => Promise<readonly Found[]>,
  { atOnce, most, isEverybodys }: Batching,
): (asked: Asked) => Promise<Found> {
  type Waiting = { asked: Asked; resolve: (found: Found) => void; reject: (error: unknown) => void }
  let waiting: Waiting[] = []
  let underWay = 0
  let isScheduled = false

  const answer = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const found = await askAll(batch.map(({ asked }) => asked))
      for (const [index, { resolve }] of batch.entries()) resolve(found[index] as Found)
    } catch (error) {
      // Whoever asked learns why; among several it may be the fault of one.
      if (batch.length === 1 || isEverybodys(error)) for (const { reject } of batch) reject(error)
      else for (const one of batch) await answer([one])
    }
  }
  const next = () => {
    isScheduled = false
    while (waiting.length > 0 && underWay < atOnce) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      underWay += 1
      answer(batch).then(() => {
        underWay -= 1
        next()
      })
    }
  }
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (isScheduled || underWay >= atOnce) return
      isScheduled = true
      setImmediate(next)
    })
}
