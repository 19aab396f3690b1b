import type { AppDeps } from "../app/deps.ts"
import type { ContestView } from "../contract/contestView.ts"
import type { EntryView } from "../contract/entry.ts"
import type { Practice } from "../contract/practice.ts"
import { sampleResults } from "./sampleEntries.ts"
import { samplePaper } from "./samplePaper.ts"
import { samplePractice } from "./samplePractice.ts"

type Api = Awaited<AppDeps["api"]>

export type FakeServiceOptions = {
  /** Null: nothing ever comes. "down": calls fail at once. */
  contest: ContestView | null | "down"
  now: number
  entries: readonly EntryView[]
  /** Why no ticket is given. */
  refuses?: "not-eligible" | "read-only"
  /** "down": they cannot be had. */
  practice?: Practice["questions"] | "down"
  /** What becomes of a complaint; left out: it is filed. */
  complaints?: "down" | "slow-down"
}

const dayMs = 86_400_000

/** A service in memory whose clock stands still. */
export function fakeService({
  contest,
  now,
  entries,
  refuses,
  practice = samplePractice,
  complaints,
}: FakeServiceOptions): Api {
  const good = async <T>(value: T) => ({ ok: true, value, serviceTime: now }) as const
  const failed = async () =>
    ({
      ok: false,
      problem: { code: "unreadable", retry: "same", detail: "the gallery's service is down" },
      serviceTime: null,
    }) as const
  const never = () => new Promise<never>(() => undefined)
  const refused = async (code: "not-eligible" | "read-only") =>
    ({
      ok: false,
      problem: {
        type: "about:blank",
        title: code,
        status: 403,
        code,
        retry: "never",
        ...(code === "not-eligible" && { reason: "excluded" as const }),
      },
      serviceTime: now,
    }) as const
  const slowDown = async () =>
    ({
      ok: false,
      problem: {
        type: "about:blank",
        title: "slow-down",
        status: 429,
        code: "slow-down",
        retry: "after",
        retryAfterSeconds: dayMs / 1000,
      },
      serviceTime: now,
    }) as const
  const subject = btoa(JSON.stringify({ sub: "me" }))
  return {
    contest: () => (contest === null ? never() : contest === "down" ? failed() : good(contest)),
    paper: (_, round) => good(samplePaper(round)),
    ticket: (_, __, ___, request) =>
      refuses
        ? refused(refuses)
        : good({
            ticket: `.${subject}.`,
            issuedAt: new Date(now).toISOString(),
            expiresAt: "2100-01-01T00:00:00Z",
            division: "all",
            participant: { name: "Nguyễn Thị Hoa", ...(request.unit && { unit: request.unit }) },
          }),
    putEntry: failed,
    entry: failed,
    entries: () => good({ entries: [...entries] }),
    results: (_, round) => good(sampleResults(round)),
    revisions: () => good({ revisions: [] }),
    ledgerProof: failed,
    practice: () => (practice === "down" ? failed() : good({ questions: [...practice] })),
    standings: failed,
    complain: (_, __, { kind, round }) => {
      if (complaints === "down") return failed()
      if (complaints === "slow-down") return slowDown()
      const number = `PA${round ?? 0}-4TQ8-ZK27-3`
      return good({
        number,
        dueAt: new Date(now + (kind === "personal-data" ? 2 : 14) * dayMs).toISOString(),
      })
    },
  }
}
