import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { Receipt } from "../../src/contract/receipt.ts"
import { apiBase, routes } from "../../src/contract/routes.ts"
import { openPostgres } from "../../src/service/sql/postgresSql.ts"
import { startPostgres, type TestPostgres } from "../setup/startPostgres.ts"
import { type IdentityIssuer, startIdentityIssuer } from "./identityIssuer.ts"
import { type Attempt, entryTo, phone, type Rotation } from "./phone.ts"
import { type ServeProcess, startServeProcess } from "./serveProcess.ts"
import { loadShortContest } from "./shortContest.ts"

const kills = 3
const phonesAtOnce = 12
const receiptsBetweenKills = 20
const deadlinePhones = 200

let database: TestPostgres
let issuer: IdentityIssuer
let environment: NodeJS.ProcessEnv
const rotation: Rotation = { processes: [] }
beforeAll(async () => {
  const started = await Promise.all([startPostgres({ durable: true }), startIdentityIssuer()])
  database = started[0]
  issuer = started[1]
  environment = {
    ...issuer.environment,
    DATABASE_URL: database.url,
    CONTEST: "killed",
    DRAIN_SECONDS: "2",
  }
  await loadShortContest(database.url, "killed", wholeSecond(Date.now() + 3_600_000))
  rotation.processes = await Promise.all([startServeProcess(environment), startServeProcess(environment)])
})
afterAll(async () => {
  const left = rotation.processes.filter((one) => one.isAlive())
  rotation.processes = []
  await Promise.all(left.map((one) => one.kill()))
  issuer.stop()
  await database.stop()
})

it(`${kills} times kill -9 of a service and of the database under load: no receipt without its row`, async () => {
  const receipts = new Map<string, string>()
  const statuses = new Map<number, number>()
  const seen = (attempt: Attempt) => {
    const status = attempt?.status ?? 0
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  const { paper, ticket, enter } = phone(rotation, "killed", seen)
  const body = await entryTo(await paper(), 1250)
  let isOver = false
  let persons = 0
  const lines = Array.from({ length: phonesAtOnce }, async () => {
    while (!isOver) {
      persons += 1
      const number = persons
      const person = `person-${number}`
      const own = await ticket(await issuer.token(person))
      receipts.set(person, await enter(own, body))
      // A phone that lost its receipt asks again and gets the same bytes, from whichever process.
      if (number % 5 === 0) expect(await enter(own, body)).toBe(receipts.get(person))
    }
  })
  const moreReceipts = async () => {
    const enough = receipts.size + receiptsBetweenKills
    while (receipts.size < enough) await wait(20)
  }
  const survivors = new Set(rotation.processes)
  const load = Promise.all(lines)
  const disasters = async () => {
    for (let count = 0; count < kills; count += 1) {
      await moreReceipts()
      const [victim, ...others] = rotation.processes as [ServeProcess, ...ServeProcess[]]
      await victim.kill()
      survivors.delete(victim)
      const [successor] = await Promise.all([startServeProcess(environment), moreReceipts()])
      survivors.add(successor)
      rotation.processes = [...others, successor]
      await moreReceipts()
      await database.kill()
      await database.restart()
      await moreReceipts()
    }
    isOver = true
  }
  await Promise.all([load, disasters()]).finally(() => {
    isOver = true
  })

  const rows = await storedReceipts("killed")
  expect(rows.length).toBe(persons)
  expect(receipts.size).toBe(persons)
  const stored = new Set(rows)
  expect([...receipts.values()].filter((receipt) => !stored.has(receipt))).toEqual([])
  console.info(
    `${kills} + ${kills} kills: ${persons} receipts, each with its row; attempts by status:`,
    statuses,
  )
  // A database that is away is told as such (or to slow down, to who hammers), and no process ends of it.
  const expected = [0, 200, 201, 429, 503]
  expect([...statuses.keys()].filter((status) => !expected.includes(status))).toEqual([])
  expect([...survivors].every((one) => one.isAlive())).toBe(true)
})

it("a database that is away is told as such and waited for", async () => {
  const [one] = rotation.processes as [ServeProcess]
  const statusOf = async (path: string) => (await fetch(one.origin + path)).status
  await database.kill()
  const answer = await fetch(`${one.origin}${apiBase}${routes.contest("killed")}`)
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"])
  expect(await answer.json()).toMatchObject({ code: "busy", retry: "after" })
  expect([await statusOf("/readyz"), await statusOf("/healthz")]).toEqual([503, 200])
  await database.restart()
  expect([await statusOf("/readyz"), await statusOf("/healthz")]).toEqual([200, 200])
})

it(`a rolling restart in the deadline minute loses nothing and judges none of ${deadlinePhones} entries wrongly`, async () => {
  const successors = await Promise.all(rotation.processes.map(() => startServeProcess(environment)))
  const closesAt = wholeSecond(Date.now() + 14_000)
  await loadShortContest(database.url, "deadline", closesAt)
  const unanswered: Attempt[] = []
  const { paper, ticket, enter } = phone(rotation, "deadline", (attempt) => {
    if (!attempt || attempt.status >= 400) unanswered.push(attempt)
  })
  const body = await entryTo(await paper(), 7)
  const tickets = await inTurns(deadlinePhones, 10, async (index) =>
    ticket(await issuer.token(`late-${index}`)),
  )
  expect(Date.now()).toBeLessThan(closesAt - 2000)

  const from = Date.now()
  const until = closesAt + 1000
  const entries = tickets.map(async (own, index) => {
    await wait(((until - from) * index) / tickets.length)
    const sentAt = Date.now()
    const receipt = await enter(own, body)
    return { sentAt, answeredAt: Date.now(), receipt }
  })
  const codes: (number | null)[] = []
  const roll = async () => {
    for (const successor of successors) {
      const [old, ...others] = rotation.processes as [ServeProcess, ...ServeProcess[]]
      rotation.processes = [...others, old, successor]
      await wait(Math.max(0, closesAt - 3000 - Date.now()))
      const ended = old.stop()
      // A balancer notices a moment later.
      await wait(300)
      rotation.processes = [...others, successor]
      codes.push(await ended)
    }
  }
  const [sent] = await Promise.all([Promise.all(entries), roll()])

  expect(codes).toEqual([0, 0])
  expect(unanswered).toEqual([])
  const stored = await storedReceipts("deadline")
  expect(stored.sort()).toEqual(sent.map(({ receipt }) => receipt).sort())
  const judged = sent.map(({ receipt, ...times }) => ({ ...times, ...(JSON.parse(receipt) as Receipt) }))
  for (const { sentAt, answeredAt, receivedAt, late } of judged) {
    expect(late).toBe(Date.parse(receivedAt) >= closesAt)
    // One machine, one clock: what was answered before close, or sent well before it, was on time.
    if (answeredAt < closesAt || sentAt < closesAt - 2500) expect(late).toBe(false)
    if (sentAt >= closesAt) expect(late).toBe(true)
  }
  expect(judged.filter(({ late }) => late).length).toBeGreaterThan(0)
})

function wholeSecond(instant: number): number {
  return Math.ceil(instant / 1000) * 1000
}

async function storedReceipts(contest: string): Promise<string[]> {
  const sql = openPostgres(database.url, { connections: 1 })
  const rows = await sql.query<{ receipt: string }>("select receipt from entries where contest = $1", [
    contest,
  ])
  await sql.close()
  return rows.map(({ receipt }) => receipt)
}

/** `work` for 0 … count − 1, `atOnce` at a time; the results in order. */
async function inTurns<T>(count: number, atOnce: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const line = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index)
  }
  await Promise.all(Array.from({ length: atOnce }, line))
  return results
}
