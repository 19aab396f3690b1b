import type { Receipt } from "../../src/contract/receipt.ts"
import type { Results } from "../../src/contract/results.ts"
import { publishRound } from "../../src/service/organiser/publish.ts"
import { graceEndsAt, opensAt, receiptIn, sampleBank, type TestService } from "./testService.ts"

const right = Object.fromEntries(sampleBank().map(({ id, accepted }) => [id, accepted[0] ?? ""]))

/** An entrant of round 1. `wrong`: how many of the first answers are not the accepted ones. */
export type Entrant = {
  person: string
  wrong?: number
  prediction: number
  afterSeconds: number
  unit?: string
}

/** Enters round 1 as this entrant, at its time; gives the receipt. */
export async function enter(the: TestService, entrant: Entrant): Promise<Receipt> {
  const { person, wrong = 0, prediction, afterSeconds, unit = "ward" } = entrant
  the.setClock(opensAt + afterSeconds * 1000)
  const { ticket } = await the.ticket(person, { unit }, { name: `Nguyễn Thị ${person}` })
  const answers = { ...right }
  // The letter after the accepted one is wrong everywhere.
  for (const id of Object.keys(answers).slice(0, wrong))
    answers[id] = "bcda"["abcd".indexOf(answers[id] ?? "")] ?? ""
  return receiptIn(await the.put(ticket, await the.body({ answers, prediction })))
}

/** Publishes round 1 right after grace; gives the one division's results. */
export async function publish(the: TestService): Promise<Results> {
  the.setClock(graceEndsAt)
  const outcome = await publishRound(the.sql, the.service.receipts, "sample", 1, "organiser", graceEndsAt)
  const [results] = outcome.ok ? outcome.results : []
  if (!results) throw new Error(JSON.stringify(outcome))
  return results
}
