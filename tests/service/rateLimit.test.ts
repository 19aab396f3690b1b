import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { contestService } from "../../src/service/app.ts"
import { tokenBuckets } from "../../src/service/routes/rateLimit.ts"
import { opensAt, problemIn, type TestService, testService } from "./testService.ts"

describe("a token bucket", () => {
  const bucketsAt = (mostKeys: number) => {
    let now = 0
    const wait = tokenBuckets({ burst: 3, everyMs: 1000 }, () => now, mostKeys)
    return {
      wait,
      pass: (ms: number) => {
        now += ms
      },
    }
  }

  it("lets a burst pass, then one in its time, and tells how long to wait", () => {
    const { wait, pass } = bucketsAt(10)
    expect([wait("a"), wait("a"), wait("a"), wait("a")]).toEqual([0, 0, 0, 1000])
    pass(400)
    expect(wait("a")).toBe(600)
    pass(600)
    expect([wait("a"), wait("a")]).toEqual([0, 1000])
    pass(60_000)
    expect([wait("a"), wait("a"), wait("a"), wait("a")]).toEqual([0, 0, 0, 1000])
  })

  it("is one's own, and forgets who has been quiet longest", () => {
    const { wait } = bucketsAt(2)
    for (const key of ["a", "a", "a", "b", "b", "b"]) expect(wait(key)).toBe(0)
    expect([wait("a"), wait("b")]).toEqual([1000, 1000])
    expect([wait("c"), wait("b"), wait("a")]).toEqual([0, 1000, 0])
  })
})

describe("one person who asks too often", () => {
  let the: TestService
  let milliseconds = 0
  const limits = { tickets: { burst: 2, everyMs: 6000 }, entries: { burst: 3, everyMs: 3000 } }
  beforeAll(async () => {
    the = await testService()
    the.setClock(opensAt + 1)
    const limited = contestService({ ...the.service, limits, timer: () => milliseconds })
    the.app.request = limited.request
  })
  afterAll(() => the.sql.close())

  it("is told to slow down and when to come back, whatever token it is; others are not", async () => {
    const statuses = []
    for (let count = 0; count < 3; count += 1) statuses.push((await the.ticket("eager")).answer)
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(statuses[2]?.headers.get("retry-after")).toBe("6")
    expect((await the.ticket("another")).answer.status).toBe(200)
    milliseconds += 6000
    expect((await the.ticket("eager")).answer.status).toBe(200)
  })

  it("gets 429 for entries by the ticket's person, and the receipt afterwards", async () => {
    const { ticket } = await the.ticket("sender")
    const body = await the.body()
    const answers = []
    for (let count = 0; count < 4; count += 1) answers.push(await the.put(ticket, body))
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 429])
    const refused = answers[3]
    expect(refused && problemIn(refused)).toMatchObject({ code: "slow-down", retry: "after" })
    expect(refused?.headers.get("retry-after")).toBe("3")
    milliseconds += 3000
    expect((await the.put(ticket, body)).text).toBe(answers[0]?.text)
  })

  it("is not who merely shows a forged token", async () => {
    for (let count = 0; count < 5; count += 1) {
      expect(problemIn(await the.put("forged", {})).code).toBe("ticket-invalid")
      expect((await the.api("POST", "/rounds/1/ticket", { body: {} })).status).toBe(401)
    }
  })
})
