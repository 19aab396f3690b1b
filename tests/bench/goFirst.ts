import { spawn } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"

/** Of -20..19, as `nice` counts: well before everything that did not ask. */
const niceness = "-10"
/** Processes that start others are looked at again after this long. */
const everyMs = 250
const isFirst = "BENCH_SESSION"

/**
 * Runs `work` so that it and all that it starts go before whatever else the machine does: a benchmark is to measure itself.
 * Linux shares processors out by session and each connection of a PostgreSQL is one: on a busy machine a program with many
 * connections would get more of it than one with few. So this program is started again in a session of its own, and every
 * session under it is raised. Where this user may not, or on another system, `work` runs like anything else.
 */
export function goFirst(work: () => void): void {
  if (process.env[isFirst] !== undefined) {
    raise(new Set())
    work()
    return
  }
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    detached: true,
    stdio: "inherit",
    env: { ...process.env, [isFirst]: "own" },
  })
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal))
  child.on("exit", (code) => process.exit(code ?? 1))
}

function raise(done: Set<number>): void {
  for (const pid of [process.pid, ...startedBy(process.pid)]) {
    if (done.has(pid)) continue
    done.add(pid)
    tryFor(() => writeFileSync(`/proc/${pid}/autogroup`, niceness))
  }
  setTimeout(raise, everyMs, done).unref()
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
