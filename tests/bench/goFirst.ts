import { readFileSync, writeFileSync } from "node:fs"

/** Of -20..19, as `nice` counts: well before everything that did not ask. */
const niceness = "-10"
/** Processes that start others are looked at again after this long. */
const everyMs = 250

/**
 * Lets this process and all that it starts go before whatever else the machine does, so that a benchmark measures itself.
 * Linux shares processors out by session and each connection of a PostgreSQL is one: on a busy machine a program with many
 * connections would get more of it than one with few. Where this user may not, or on another system, nothing changes.
 */
export function goFirst(): void {
  const done = new Set<number>()
  const raise = () => {
    for (const pid of [process.pid, ...startedBy(process.pid)]) {
      if (done.has(pid)) continue
      done.add(pid)
      tryFor(() => writeFileSync(`/proc/${pid}/autogroup`, niceness))
    }
  }
  raise()
  setInterval(raise, everyMs).unref()
}

function startedBy(pid: number): number[] {
  const children = tryFor(() => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")) ?? ""
  return children
    .split(" ")
    .filter(Boolean)
    .flatMap((child) => [Number(child), ...startedBy(Number(child))])
}

function tryFor<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    // It has ended, is not ours to raise, or this is no Linux: only an idle machine gives true figures then.
    return undefined
  }
}
