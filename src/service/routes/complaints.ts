import { Hono } from "hono"
import * as v from "valibot"
import { type ComplaintReceipt, complaintRequestSchema } from "../../contract/complaint.ts"
import { complaintsADay } from "../../contract/complaintTerms.ts"
import { entryCode } from "../../contract/entryCode.ts"
import { toIso } from "../clock.ts"
import type { Service } from "../service.ts"
import { readJson } from "./body.ts"
import { personOfToken } from "./credential.ts"
import { contestOf } from "./lookUp.ts"
import { Refusal } from "./problem.ts"

const dayMs = 86_400_000
/** Requests about personal data are answered within two working days (Decree 356/2025/NĐ-CP). */
const personalDataDays = 2
const otherDays = 10

/** `POST /contests/{c}/complaints`: a number and a due date. Refuses with `malformed` and `slow-down`. */
export function complaintRoutes(service: Service): Hono {
  const { store, clock } = service
  const app = new Hono()
  app.post("/contests/:contest/complaints", async (c) => {
    const { definition } = await contestOf(service, c.req.param("contest"))
    const person = await personOfToken(service, definition, c.req.header("authorization"))
    const limits = { maxBytes: 16_384, maxDepth: 1, timeoutMs: service.bodyTimeoutMs }
    const { value, receivedAt } = await readJson(c.req.raw, clock, limits)
    const request = v.safeParse(complaintRequestSchema, value)
    if (!request.success) {
      const [issue] = request.issues
      throw new Refusal("malformed", { detail: `${v.getDotPath(issue) ?? "body"}: ${issue.message}` })
    }
    const { kind, round, text } = request.output
    if (round !== undefined && !definition.rounds.some(({ number }) => number === round))
      throw new Refusal("round-unknown")
    const today = await store.recentComplaints(definition.id, person, receivedAt - dayMs)
    if (today >= complaintsADay) throw new Refusal("slow-down", { retryAfterSeconds: dayMs / 1000 })
    // Written like an entry's code, so that a wrong character is noticed when it is read out.
    const number = entryCode("PA", round ?? 0, service.randomBytes(8))
    const dueAt = workingDaysAfter(receivedAt, kind === "personal-data" ? personalDataDays : otherDays)
    await store.fileComplaint(definition.id, {
      person,
      number,
      kind,
      ...(round === undefined ? {} : { round }),
      text: text.normalize("NFC"),
      receivedAt,
      dueAt,
    })
    service.log("complaint-filed", { contest: definition.id, kind })
    const answer: ComplaintReceipt = { number, dueAt: toIso(dueAt) }
    return c.json(answer, 201, { "cache-control": "no-store" })
  })
  return app
}

/** The instant `days` working days after `start`: Saturdays and Sundays (in Việt Nam, UTC+7 all year) do not count. */
export function workingDaysAfter(start: number, days: number): number {
  let at = start
  for (let left = days; left > 0; ) {
    at += dayMs
    const weekday = new Date(at + 7 * 3_600_000).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}
