import type { Sql } from "../../sql/sql.ts"
import { writeAudit } from "../audit.ts"
import { type Command, needed, neededOption, Refused } from "../command.ts"
import { formatOption, formatRows } from "../tableOutput.ts"

type Row = {
  number: string
  kind: string
  round: number | null
  text: string
  received_at: Date
  due_at: Date
  answer: string | null
}

/** `complaints list|answer` */
export const complaints: Command = {
  usage: 'complaints list <contest> [--format …] | complaints answer <contest> <number> --text "…"',
  about: "complaints with their due dates, the most urgent first; answer one",
  options: { ...formatOption, text: { type: "string" } },
  async run({ sql, now, who }, [what, contest, number], options) {
    if (what === "list") return formatRows(await list(sql, needed(contest, "contest"), now), options.format)
    if (what !== "answer") throw new Refused(`complaints list or complaints answer, not "${what ?? ""}"`)
    const text = neededOption(options, "text")
    const asked = needed(number, "complaint's number")
    const [answered] = await sql.query(
      `update complaints set answer = $3, answered_at = $4
       where contest = $1 and number = $2 and answer is null returning number`,
      [needed(contest, "contest"), asked, text, new Date(now).toISOString()],
    )
    if (!answered) throw new Refused(`there is no unanswered complaint ${asked}`)
    await writeAudit(sql, { at: now, who, what: "answer", detail: { contest, number: asked, text } })
    return `${asked} answered`
  },
}

async function list(sql: Sql, contest: string, now: number) {
  const rows = await sql.query<Row>(
    `select number, kind, round, text, received_at, due_at, answer from complaints
     where contest = $1 order by answer is not null, due_at`,
    [contest],
  )
  return rows.map(({ number, kind, round, text, received_at, due_at, answer }) => ({
    number,
    kind,
    round: round ?? "",
    received: received_at.toISOString(),
    due: due_at.toISOString(),
    state: answer !== null ? "answered" : due_at.getTime() < now ? "OVERDUE" : "open",
    text,
    answer: answer ?? "",
  }))
}
