import { describe, expect, it } from "vitest"
import { deliverMessage, requestSync, startHandOver, syncTag } from "../../src/outbox/handOver.ts"
import type { Row } from "../../src/outbox/row.ts"
import { settle } from "./fakeTime.ts"
import { rowOf, start } from "./fixtures.ts"

const row = await rowOf()

describe("a sync event is asked for", () => {
  it("and granted where registering resolves, not where the method is only there", async () => {
    const tags: string[] = []
    const register = async (tag: string) => void tags.push(tag)
    expect(await requestSync({ sync: { register } })).toBe(true)
    expect(tags).toEqual([syncTag])
    // Android WebView.
    expect(await requestSync({ sync: { register: () => Promise.reject(new Error("denied")) } })).toBe(false)
    // Safari, Firefox.
    expect(await requestSync({})).toBe(false)
  })
})

/** A page with a worker beside it. */
function page(nextAttemptAt: number | null = null) {
  const tags: string[] = []
  const said: unknown[] = []
  let tell: (row: Row) => void = () => {}
  const view = new EventTarget()
  const stop = startHandOver({
    outbox: {
      onChange(listener) {
        tell = listener
        return () => {
          tell = () => {}
        }
      },
    },
    nextAttemptAt: async () => nextAttemptAt,
    page: view,
    container: {
      ready: Promise.resolve({ sync: { register: async (tag: string) => void tags.push(tag) } }),
      controller: { postMessage: (message) => void said.push(message) },
    },
  })
  return { tags, said, view, stop, change: (changes: Partial<Row>) => tell({ ...row, ...changes }) }
}

describe("the page hands over", () => {
  it("whatever waits: after sealing, and after an attempt that failed", async () => {
    const { tags, change } = page()
    await settle()
    expect(tags).toEqual([])
    change({})
    change({ attempts: 1 })
    await settle()
    expect(tags).toEqual([syncTag, syncTag])
  })

  it("what an earlier page left, and nothing that has its receipt", async () => {
    const { tags, change } = page(start)
    change({ state: "received" })
    await settle()
    expect(tags).toEqual([syncTag])
  })

  it("by a word to the worker when it goes away, until it is told to stop", () => {
    const { said, view, stop } = page()
    view.dispatchEvent(new Event("pagehide"))
    expect(said).toEqual([{ type: deliverMessage }])
    stop()
    view.dispatchEvent(new Event("pagehide"))
    expect(said).toHaveLength(1)
  })
})
