import { describe, expect, it } from "vitest"
import { leaseLock } from "../../src/outbox/leaseLock.ts"
import { type Lock, laterLock, patienceMs, scriptPatienceMs, webLock } from "../../src/outbox/lock.ts"
import { fakeTime, settle } from "./fakeTime.ts"
import { start } from "./fixtures.ts"
import { memoryLeases } from "./memoryLeases.ts"

/** Web Locks as far as the outbox uses them: one holder, the others wait in turn or give up. */
function fakeLocks(): Pick<LockManager, "request"> {
  let last: Promise<unknown> = Promise.resolve()
  const request = async (_: string, { signal }: LockOptions, work: () => Promise<unknown>) => {
    const givenUp = new Promise<never>((_, reject) =>
      signal?.addEventListener("abort", () => reject(new DOMException("gave up", "AbortError"))),
    )
    const before = last
    let release = () => {}
    last = Promise.all([before, new Promise<void>((resolve) => (release = resolve))])
    try {
      await Promise.race([before, givenUp])
      return await work()
    } finally {
      release()
    }
  }
  return { request } as Pick<LockManager, "request">
}

const kinds = ["Web Locks", "a lease", "a lease of a later script"] as const

/** Two pages of one origin. */
function twoPages(has: (typeof kinds)[number]) {
  const { now, after, pass } = fakeTime(start)
  const leases = memoryLeases()
  const locks = fakeLocks()
  const [one, other] = ["one", "other"].map((holder) => {
    if (has === "Web Locks") return webLock(locks, after)
    const lock = leaseLock({ leases, holder, now, after })
    return has === "a lease" ? lock : laterLock(async () => lock, after)
  })
  return { one: one as Lock, other: other as Lock, pass }
}

describe.each(kinds)("one flight at a time by %s", (has) => {
  it("lets the second wait for the first", async () => {
    const { one, other, pass } = twoPages(has)
    const events: string[] = []
    let land = () => {}
    const first = one(async () => {
      events.push("first off")
      await new Promise<void>((resolve) => (land = resolve))
      events.push("first landed")
    })
    await settle()
    const second = other(async () => void events.push("second off"))
    await pass(5000)
    expect(events).toEqual(["first off"])
    land()
    await pass(1000)
    await Promise.all([first, second])
    expect(events).toEqual(["first off", "first landed", "second off"])
  })

  it("never sticks: a frozen page that holds it is passed after its time", async () => {
    const { one, other, pass } = twoPages(has)
    void one(() => new Promise(() => {}))
    await settle()
    const second = other(async () => "gone without")
    await pass(patienceMs)
    expect(await second).toBe("gone without")
  })

  it("is given back when the work fails, whose failure is passed on", async () => {
    const { one, other } = twoPages(has)
    let runs = 0
    const failing = one(() => {
      runs += 1
      return Promise.reject(new Error("the work's own"))
    })
    await expect(failing).rejects.toThrow("the work's own")
    expect(runs).toBe(1)
    expect(await other(async () => "free")).toBe("free")
  })
})

describe("a lock that cannot be had", () => {
  const { now, after } = fakeTime(start)

  it("in an opaque origin holds no one back, and the work runs once", async () => {
    const locks = { request: () => Promise.reject(new DOMException("no", "SecurityError")) }
    let runs = 0
    const lock = webLock(locks, after)
    await lock(async () => {
      runs += 1
    })
    expect(runs).toBe(1)
  })

  it("because somebody renews the lease for ever holds no one back for ever", async () => {
    const time = fakeTime(start)
    const leases = { ...memoryLeases(), lease: async () => false }
    const lock = leaseLock({ leases, holder: "one", now: time.now, after: time.after })
    const flight = lock(async () => "gone without")
    await time.pass(patienceMs)
    expect(await flight).toBe("gone without")
  })

  it("in a store that fails holds no one back", async () => {
    const fails = () => Promise.reject(new Error("no store"))
    const leases = { lease: fails, release: fails }
    const lock = leaseLock({ leases, holder: "one", now, after })
    expect(await lock(async () => "gone")).toBe("gone")
  })

  it("because its script was lost holds no one back, and is asked for again", async () => {
    let loads = 0
    let used = 0
    const lock = laterLock(async () => {
      loads += 1
      if (loads === 1) throw new Error("lost")
      return (work) => {
        used += 1
        return work()
      }
    }, after)
    expect(await lock(async () => "gone without")).toBe("gone without")
    expect([loads, used]).toEqual([1, 0])
    expect(await lock(async () => "gone")).toBe("gone")
    expect(await lock(async () => "gone again")).toBe("gone again")
    expect([loads, used]).toEqual([2, 2])
  })

  it("because its script does not come holds back no longer than its time", async () => {
    const time = fakeTime(start)
    const lock = laterLock(() => new Promise(() => {}), time.after)
    const flight = lock(async () => "gone without")
    await time.pass(scriptPatienceMs)
    expect(await flight).toBe("gone without")
  })
})
