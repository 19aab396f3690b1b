import { afterAll, beforeAll, expect, it } from "vitest"
import {
  type ApiAnswer,
  problemIn,
  receiptIn,
  type TestService,
  testService,
} from "../service/testService.ts"

const rounds = 10
const atOnce = 200

let the: TestService
beforeAll(async () => {
  the = await testService()
})
afterAll(() => the.sql.close())

it(`${atOnce} entries of one person at once have one winner, whose receipt every other gets (${rounds} times)`, async () => {
  for (let round = 1; round <= rounds; round += 1) {
    const { ticket } = await the.ticket(`racer-${round}`)
    const bodies = await Promise.all([7, 8].map((prediction) => the.body({ prediction })))
    const answers = await Promise.all(
      Array.from({ length: atOnce }, (_, index) => the.put(ticket, bodies[index % 2])),
    )
    const winners = answers.filter(({ status }) => status === 201)
    expect(winners.length).toBe(1)
    const [winner] = winners as [ApiAnswer]
    const { prediction } = receiptIn(winner)
    for (const [index, answer] of answers.entries()) {
      const isSameEntry = [7, 8][index % 2] === prediction
      if (isSameEntry) {
        expect(answer === winner ? 201 : 200).toBe(answer.status)
        expect(answer.text).toBe(winner.text)
      } else {
        expect(answer.status).toBe(409)
        expect(problemIn(answer).receipt).toEqual(winner.json)
      }
    }
    const rows = await the.sql.query<{ receipt: string }>(
      "select receipt from entries where prediction = $1",
      [prediction],
    )
    expect(rows.filter(({ receipt }) => receipt === winner.text).length).toBe(1)
  }
  expect((await the.entryRows()).length).toBe(rounds)
})
