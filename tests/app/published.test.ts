import { expect, test } from "vitest"
import { createPublished } from "../../src/app/state/published.ts"
import { sampleResults } from "../../src/gallery/sampleEntries.ts"
import { phone, unreachable } from "./support/phone.ts"

function counting() {
  const asked: string[] = []
  let fails = false
  const api = {
    ...phone().api,
    results: async (_: string, round: number, division: string) => {
      asked.push(`${round} ${division}`)
      if (fails) return unreachable
      return { ok: true, value: sampleResults(round), serviceTime: null } as const
    },
  }
  return {
    asked,
    published: createPublished(Promise.resolve(api), (call) => call),
    fail(is: boolean) {
      fails = is
    },
  }
}

test("asks for results once, and anew when one's own result tells of a newer revision", async () => {
  const { published, asked } = counting()
  await published.results("c", 1, "all", 1)
  await published.results("c", 1, "all", 1)
  expect(asked).toHaveLength(1)
  await published.results("c", 1, "all", 2)
  expect(asked).toHaveLength(2)
})

test("asks again after a failure", async () => {
  const { published, asked, fail } = counting()
  fail(true)
  expect((await published.results("c", 1, "all")).ok).toBe(false)
  fail(false)
  expect((await published.results("c", 1, "all")).ok).toBe(true)
  expect(asked).toHaveLength(2)
})
