import * as v from "valibot"
import { afterAll, beforeAll, expect, it } from "vitest"
import { checkRow } from "../../src/app/ledger/checkRow.ts"
import { contestViewSchema } from "../../src/contract/contestView.ts"
import { sha256 } from "../../src/contract/hash.ts"
import { ledgerProofSchema } from "../../src/contract/ledger.ts"
import { paperSchema } from "../../src/contract/paper.ts"
import { type Receipt, receiptSchema } from "../../src/contract/receipt.ts"
import { resultsSchema } from "../../src/contract/results.ts"
import { enter, publish } from "../service/publishedRound.ts"
import { type TestService, testService } from "../service/testService.ts"

let the: TestService
const receipts: Receipt[] = []
beforeAll(async () => {
  the = await testService()
  for (let one = 0; one < 5; one += 1) {
    const entered = await enter(the, { person: `P${one}`, wrong: one, prediction: one, afterSeconds: one })
    receipts.push(v.parse(receiptSchema, entered))
  }
  await publish(the)
})
afterAll(() => the.sql.close())

it("every receipt of the service agrees with its row in the ledger that the service publishes", async () => {
  const get = async (path: string) => (await the.api("GET", path)).json
  const { rulesVersion } = v.parse(contestViewSchema, await get(""))
  const { paperHash } = v.parse(paperSchema, await get("/rounds/1/paper"))
  const { reveal } = v.parse(resultsSchema, await get("/rounds/1/results"))
  for (const receipt of receipts) {
    const { code } = receipt
    const proof = v.parse(ledgerProofSchema, await get(`/rounds/1/ledger/${code}`))
    const { answers, prediction } = proof.row
    const against = { code, reveal, paperHash, rulesVersion, receipt, sealed: { answers, prediction } }
    const { checks } = await checkRow(proof, against, sha256)
    expect(checks.map(({ name, agrees }) => `${name} ${agrees}`)).toEqual([
      "root true",
      "receipt true",
      "answers true",
    ])
  }
})
