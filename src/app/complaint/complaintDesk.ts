import { type ReadonlySignal, signal } from "@preact/signals-core"
import type { ComplaintReceipt } from "../../contract/complaint.ts"
import type { ComplaintKind } from "../../contract/complaintTerms.ts"
import type { App } from "../createApp.ts"
import { signIn } from "../home/actions.ts"
import { authorized } from "../state/authorized.ts"
import {
  complaintsKey,
  type FiledComplaint,
  keepComplaints,
  readComplaints,
  type Writing,
} from "./keptComplaints.ts"

/**
 * What became of sending. "unreachable": no answer came, so it may or may not have arrived. "slow-down": enough for now,
 * `afterSeconds` until the next. "refused": the service does not take it from this account.
 */
export type Sent =
  | { ok: true; receipt: ComplaintReceipt }
  | { ok: false; code: "signed-out" | "unreachable" | "refused" }
  | { ok: false; code: "slow-down"; afterSeconds: number | null }

/** One citizen's complaint in the making. It stays on the phone until the service has given it a number. */
export type ComplaintDesk = {
  writing: ReadonlySignal<Writing>
  /** False: the text lasts only as long as the page. */
  isKept: ReadonlySignal<boolean>
  filed: ReadonlySignal<readonly FiledComplaint[]>
  write(change: Partial<Writing>): void
  send(kind: ComplaintKind): Promise<Sent>
}

/** Opens the desk of whoever is signed in now. `about`: what the screen before knows; it goes before what is kept. */
export async function openComplaintDesk(app: App, about: Partial<Writing>): Promise<ComplaintDesk> {
  const key = await complaintsKey(app)
  const before = readComplaints(app, key)
  const writing = signal<Writing>({ ...before.writing, ...about })
  const filed = signal(before.filed)
  const isKept = signal(key !== null && app.deps.storage !== null)
  const keep = () => {
    isKept.value = keepComplaints(app, key, { ...before, writing: writing.peek(), filed: filed.peek() })
  }
  return {
    writing,
    isKept,
    filed,
    write(change) {
      writing.value = { ...writing.peek(), ...change }
      keep()
    },
    async send(kind) {
      const sent = await fileComplaint(app, { ...writing.peek(), kind })
      if (!sent.ok) return sent
      writing.value = { kind: null, round: null, text: "" }
      filed.value = [...filed.peek(), { ...sent.receipt, kind }]
      keep()
      return sent
    },
  }
}

async function fileComplaint(
  app: App,
  { kind, round, text }: Writing & { kind: ComplaintKind },
): Promise<Sent> {
  const generation = app.session.generation.peek()
  if (!(await signIn(app))) return { ok: false, code: "signed-out" }
  // What one citizen wrote never leaves under another's name.
  if (generation !== app.session.generation.peek()) return { ok: false, code: "signed-out" }
  const contest = app.contest.view.peek()?.id ?? ""
  const api = await app.deps.api
  const request = { kind, text: text.normalize("NFC").trim(), ...(round !== null && { round }) }
  const outcome = await authorized(app.session, (token) => {
    if (generation !== app.session.generation.peek()) throw new Error("another citizen meanwhile")
    return app.ask(api.complain(contest, token, request))
  }).catch(() => null)
  if (!outcome) return { ok: false, code: "signed-out" }
  if (outcome.ok) return { ok: true, receipt: outcome.value }
  const { problem } = outcome
  if (problem.code === "slow-down")
    return { ok: false, code: "slow-down", afterSeconds: problem.retryAfterSeconds ?? null }
  if (problem.retry === "reauth") return { ok: false, code: "signed-out" }
  return { ok: false, code: problem.retry === "never" ? "refused" : "unreachable" }
}
