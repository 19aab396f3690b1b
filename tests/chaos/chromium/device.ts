import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as sleep } from "node:timers/promises"
import { type Browser, type BrowserContext, chromium } from "playwright-core"

/** What Chromium is started with: quiet, as everywhere in the tests. */
export const quietArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A browser with a profile, as a phone has it. `crash`: gone at once, the profile stays; a new context comes back. */
export type Device = {
  context: BrowserContext
  crash: (() => Promise<BrowserContext>) | null
  close(): Promise<void>
}

/** A profile of its own in a browser that others use, too. It cannot crash alone. */
export async function sharedDevice(browser: Browser): Promise<Device> {
  const context = await browser.newContext()
  return { context, crash: null, close: () => context.close() }
}

/** A browser process of its own over a profile on disk: its process can be killed. */
export async function ownDevice(executablePath: string): Promise<Device> {
  const profile = mkdtempSync(join(tmpdir(), "chaos-profile-"))
  let running = await start(executablePath, profile)
  return {
    context: running.context,
    async crash() {
      const gone = once(running.process, "exit")
      running.process.kill("SIGKILL")
      await gone
      running = await start(executablePath, profile)
      return running.context
    },
    async close() {
      const gone = once(running.process, "exit")
      await running.browser.close().catch(() => undefined)
      running.process.kill("SIGKILL")
      await gone
      await removeProfile(profile)
    },
  }
}

/** The killed browser's other processes write for a moment longer. */
async function removeProfile(profile: string): Promise<void> {
  for (let attempt = 1; existsSync(profile); attempt += 1) {
    try {
      rmSync(profile, { recursive: true, force: true })
    } catch (error) {
      if (attempt === 50) throw error
      await sleep(100)
    }
  }
}

async function start(executablePath: string, profile: string) {
  const child: ChildProcess = spawn(
    executablePath,
    [
      ...quietArguments,
      "--headless=new",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  )
  if (child.stderr === null) throw new Error("no output of Chromium")
  for await (const line of createInterface(child.stderr)) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (address === undefined) continue
    child.stderr.resume()
    // A machine with much else to do may take longer than the usual half a minute.
    const browser = await chromium.connectOverCDP(address, { timeout: 120_000 })
    const [context] = browser.contexts()
    if (context === undefined) throw new Error("a browser without a profile")
    return { process: child, browser, context }
  }
  throw new Error("Chromium ended before it was ready")
}
