import { createHash, randomBytes, randomInt } from "node:crypto"
import type { EntryBody } from "../../../src/contract/entry.ts"
import type { Paper } from "../../../src/contract/paper.ts"
import { apiBase, routes } from "../../../src/contract/routes.ts"
import type { Stage } from "./stage.ts"

/** Persons at once in one statement. */
const batchSize = 5000

/**
 * Makes `count` people who hold a ticket for round 1 of the contest, and for each the bytes of the request that sends their
 * entry: other answers and another prediction each. All of it before anything is measured, as a citizen's phone does it
 * minutes to days before.
 */
export async function makeEntrants(
  { sql, tickets }: Pick<Stage, "sql" | "tickets">,
  contest: string,
  paper: Paper,
  count: number,
): Promise<Buffer[]> {
  const requests: Buffer[] = []
  while (requests.length < count) {
    const persons = Array.from({ length: Math.min(batchSize, count - requests.length) }, pseudonym)
    await sql.query(
      `insert into participants (contest, person, account, name, division, declared, reference)
       select $1, person, 'vneid', 'Nguyễn Thị Hoa', 'all', false, left(person, 8) from unnest($2::text[]) as person`,
      [contest, persons],
    )
    for (const person of persons) requests.push(await entryRequest(person))
  }
  return requests

  async function entryRequest(person: string): Promise<Buffer> {
    const now = Date.now()
    const claims = { person, contest, round: 1, division: "all", issuedAt: now }
    const ticket = await tickets.issue(claims, now + 15 * 86_400_000)
    const body = Buffer.from(JSON.stringify(entryTo(paper)))
    const head = [
      `PUT ${apiBase}${routes.entry(contest, 1)} HTTP/1.1`,
      "host: 127.0.0.1",
      `authorization: Bearer ${ticket}`,
      "content-type: application/json",
      `content-length: ${body.length}`,
    ]
    return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body])
  }
}

function entryTo({ questions, paperHash }: Paper): EntryBody {
  return {
    answers: Object.fromEntries(
      questions.map(({ id, options }) => [id, options[randomInt(options.length)]?.id ?? ""]),
    ),
    prediction: randomInt(10_000),
    paperHash,
    rulesVersion: "1",
    answeredAt: new Date().toISOString(),
  }
}

/** Of the length and shape of identity/person.ts's. */
function pseudonym(): string {
  return createHash("sha256").update(randomBytes(16)).digest("base64url")
}
