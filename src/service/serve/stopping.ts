import type { Server } from "node:http"
import type { Service } from "../service.ts"

/**
 * The two steps of an end that loses nothing: from `stop` on the process says that it is stopping, and goes on serving for
 * `drainSeconds`, until balancers have noticed; then it takes no new connection, finishes what is under way (for
 * `lastRequestsMs` milliseconds at most), and `afterwards` closes the rest. `stop` does it once, however often it is called.
 */
export function stoppable(
  drainSeconds: number,
  log: Service["log"],
  lastRequestsMs = 20_000,
): { isStopping: () => boolean; stop: (server: Server, afterwards: () => Promise<void>) => Promise<void> } {
  let stopped: Promise<void> | null = null
  const run = async (server: Server, afterwards: () => Promise<void>) => {
    log("stopping", { drainSeconds })
    await new Promise((resolve) => setTimeout(resolve, drainSeconds * 1000))
    const cut = setTimeout(() => {
      log("cut-off", { afterMs: lastRequestsMs })
      server.closeAllConnections()
    }, lastRequestsMs)
    // A connection whose last request ends only now would be kept for the client's next one.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    await new Promise((resolve) => server.close(resolve))
    clearInterval(idle)
    clearTimeout(cut)
    await afterwards()
    log("stopped", {})
  }
  return {
    isStopping: () => stopped !== null,
    stop: (server, afterwards) => {
      stopped ??= run(server, afterwards)
      return stopped
    },
  }
}
