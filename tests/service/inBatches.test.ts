import { describe, expect, it } from "vitest"
import { inBatches } from "../../src/service/inBatches.ts"

/** Answers a number with its double, when told to; refuses negative ones. */
function doubling(atOnce = 1, most = 10) {
  const batches: number[][] = []
  const held: (() => void)[] = []
  const double = inBatches(
    async (asked: readonly number[]) => {
      batches.push([...asked])
      await new Promise<void>((resolve) => held.push(resolve))
      if (asked.includes(-9)) throw new Error("nobody is there")
      if (asked.some((one) => one < 0)) throw new RangeError("negative")
      return asked.map((one) => one * 2)
    },
    { atOnce, most, isEverybodys: (error) => !(error instanceof RangeError) },
  )
  const turn = () => new Promise(setImmediate)
  return {
    batches,
    double,
    turn,
    /** Answers until nothing is asked any more. */
    async answerAll() {
      await turn()
      for (let next = held.shift(); next; next = held.shift()) {
        next()
        await turn()
      }
    },
  }
}

describe("questions that come at the same time", () => {
  it("are asked together, and each gets its own answer", async () => {
    const { batches, double, answerAll } = doubling()
    const answers = Promise.all([1, 2, 3].map(double))
    await answerAll()
    expect(await answers).toEqual([2, 4, 6])
    expect(batches).toEqual([[1, 2, 3]])
  })

  it("wait while others are under way, and go together then, no more at once than may", async () => {
    const { batches, double, turn, answerAll } = doubling(1, 3)
    const answers = [double(1)]
    await turn()
    for (const number of [2, 3, 4, 5]) answers.push(double(number))
    await turn()
    expect(batches).toEqual([[1]])
    await answerAll()
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10])
    expect(batches).toEqual([[1], [2, 3, 4], [5]])
  })

  it("do not suffer from a faulty one among them", async () => {
    const { double, answerAll } = doubling()
    const answers = Promise.allSettled([1, -1, 2].map(double))
    await answerAll()
    const reason = new RangeError("negative")
    expect(await answers).toEqual([
      { status: "fulfilled", value: 2 },
      { status: "rejected", reason },
      { status: "fulfilled", value: 4 },
    ])
  })

  it("all learn at once that nobody can answer: it is not asked again for each", async () => {
    const { batches, double, answerAll } = doubling()
    const answers = Promise.allSettled([1, -9, 2].map(double))
    await answerAll()
    expect((await answers).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"])
    expect(batches).toHaveLength(1)
  })
})
