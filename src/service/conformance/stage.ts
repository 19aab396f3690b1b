import { ticketExpiresAt } from "../../contest/calendar.ts"
import type { Levers } from "./levers.ts"
import type { Probe } from "./probe.ts"
import type { Stage } from "./rule.ts"

const minuteMs = 60_000
const weekMs = 7 * 24 * 60 * minuteMs

/** More than the rules about closing need. */
const ticketsBeforeClose = 12

/** Brings the service to where a stage's rules can be tried. Gives null, or why that cannot be had. */
export async function enterStage(stage: Stage, probe: Probe, levers: Levers): Promise<string | null> {
  if (stage === "afterwards") return null
  if (!levers.setClock) {
    if (stage !== "open") return "needs a lever for the clock (--clock-url)"
    return probe.round.phase === "open"
      ? null
      : "no round is open, and there is no lever for the clock (--clock-url)"
  }
  if (stage === "published") return publish(probe, levers)
  await probe.setClock(instantOf[stage](probe))
  if (stage === "closing") await probe.issueTickets(ticketsBeforeClose)
  return null
}

const instantOf: Record<Exclude<Stage, "published" | "afterwards">, (probe: Probe) => number> = {
  before: ({ times }) => times.opensAt - minuteMs,
  open: ({ times: { opensAt, closesAt } }) => opensAt + Math.min(60 * minuteMs, (closesAt - opensAt) / 4),
  closing: ({ times: { opensAt, closesAt } }) => closesAt - Math.min(60 * minuteMs, (closesAt - opensAt) / 4),
  closed: ({ times }) => Math.max(times.closesAt + weekMs, times.graceEndsAt),
  expired: ({ times, contest }) => ticketExpiresAt(times, contest.late.graceMinutes),
}

async function publish({ contest, round }: Probe, { publish: lever }: Levers): Promise<string | null> {
  if (!lever) return "needs a lever for publication (--publish-url)"
  try {
    await lever(contest.id, round.number)
    return null
  } catch (error) {
    // The lever is the operator's, not the contract's.
    return `publication failed: ${error}`
  }
}
