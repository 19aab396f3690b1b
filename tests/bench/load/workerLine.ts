import type { Browser, CDPSession } from "playwright-core"
import { conditionsOf, type Line } from "./line.ts"

/**
 * The network of service workers. A page's conditions do not reach them: every worker is a target of its own, and gets
 * its line here as soon as it starts. Its share of the line is its own, too: it takes nothing from the page's.
 */
export async function workerLine(browser: Browser): Promise<(line: Line) => Promise<void>> {
  const control = await browser.newBrowserCDPSession()
  const workers = new Map<string, string>()
  let line: Line | undefined
  let messages = 0

  const apply = async (session: string, wanted: Line) => {
    messages += 1
    const message = {
      id: messages,
      method: "Network.emulateNetworkConditions",
      params: conditionsOf(wanted),
    }
    await tell(control, session, JSON.stringify(message))
  }
  control.on("Target.targetCreated", async ({ targetInfo: { targetId, type } }) => {
    if (type !== "service_worker") return
    try {
      const { sessionId } = await control.send("Target.attachToTarget", { targetId })
      workers.set(targetId, sessionId)
      if (line) await apply(sessionId, line)
    } catch {
      // Stopped already.
    }
  })
  control.on("Target.targetDestroyed", ({ targetId }) => workers.delete(targetId))
  await control.send("Target.setDiscoverTargets", { discover: true })
  return async (wanted) => {
    line = wanted
    for (const session of workers.values()) await apply(session, wanted)
  }
}

async function tell(control: CDPSession, sessionId: string, message: string): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    control.on("Target.receivedMessageFromTarget", (event) => {
      if (event.sessionId === sessionId) resolve()
    })
    control.on("Target.detachedFromTarget", (event) => {
      if (event.sessionId === sessionId) resolve()
    })
  })
  await control.send("Target.sendMessageToTarget", { sessionId, message })
  await answered
}
