import type { Browser } from "playwright-core"
import { conditionsOf, type Line } from "./line.ts"

/**
 * The network of service workers. A page's conditions do not reach them: every worker is a target of its own, and gets
 * its line here as soon as it starts. Its share of the line is its own, too: it takes nothing from the page's.
 */
export async function workerLine(browser: Browser): Promise<(line: Line) => Promise<void>> {
  const control = await browser.newBrowserCDPSession()
  const sessions = new Map<string, string>()
  const unanswered = new Map<number, { session: string; done: () => void }>()
  let line: Line | undefined
  let messages = 0

  const apply = (session: string, wanted: Line) =>
    new Promise<void>((resolve, reject) => {
      messages += 1
      unanswered.set(messages, { session, done: resolve })
      const params = conditionsOf(wanted)
      const message = JSON.stringify({ id: messages, method: "Network.emulateNetworkConditions", params })
      control.send("Target.sendMessageToTarget", { sessionId: session, message }).catch(reject)
    })
  control.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id } = JSON.parse(message)
    unanswered.get(id)?.done()
    unanswered.delete(id)
  })
  // A worker that has stopped answers no more, and needs no line.
  const forget = (gone: string | undefined) => {
    for (const [id, { session, done }] of unanswered) {
      if (session !== gone) continue
      done()
      unanswered.delete(id)
    }
  }
  control.on("Target.detachedFromTarget", ({ sessionId }) => forget(sessionId))
  control.on("Target.targetDestroyed", ({ targetId }) => {
    forget(sessions.get(targetId))
    sessions.delete(targetId)
  })
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
    await Promise.all([...sessions.values()].map((session) => apply(session, wanted)))
  }
}
