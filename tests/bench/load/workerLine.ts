import type { Browser } from "playwright-core"
import { conditionsOf, type Line } from "./line.ts"

/**
 * The network of service workers. A page's conditions do not reach them: every worker is a target of its own, and gets
 * its line here as soon as it starts. Its share of the line is its own, too: it takes nothing from the page's.
 */
export async function workerLine(browser: Browser): Promise<(line: Line) => Promise<void>> {
  const control = await browser.newBrowserCDPSession()
  const sessions = new Map<string, string>()
  let line: Line | undefined
  let messages = 0

  const apply = async (sessionId: string, wanted: Line) => {
    messages += 1
    const params = conditionsOf(wanted)
    const message = JSON.stringify({ id: messages, method: "Network.emulateNetworkConditions", params })
    try {
      await control.send("Target.sendMessageToTarget", { sessionId, message })
    } catch {
      // It has stopped meanwhile, and needs no line.
    }
  }
  control.on("Target.targetDestroyed", ({ targetId }) => void sessions.delete(targetId))
  control.on("Target.targetCreated", async ({ targetInfo: { targetId, type } }) => {
    if (type !== "service_worker") return
    try {
      const { sessionId } = await control.send("Target.attachToTarget", { targetId })
      sessions.set(targetId, sessionId)
      if (line) await apply(sessionId, line)
    } catch {
      // It has stopped before it was reached.
    }
  })
  await control.send("Target.setDiscoverTargets", { discover: true })
  return async (wanted) => {
    line = wanted
    for (const session of sessions.values()) await apply(session, wanted)
  }
}
