import type { App } from "./createApp.ts"
import { prepareLaterScreens } from "./prepareLaterScreens.ts"

/** What the citizen never waits for, in a script of its own: the tab's icon, the worker, the later screens. */
export async function afterwards(app: App): Promise<void> {
  showIcon()
  const hasWorker = import.meta.env.MODE === "production" && (await takeWorker(app))
  // A worker keeps the later screens for when they are asked for. Where there is none, they are fetched now.
  if (!hasWorker) await prepareLaterScreens(app)
}

/** Asked for any sooner, the browser would fetch it again at every screen, before what the citizen waits for. */
function showIcon(): void {
  const icon = document.querySelector<HTMLLinkElement>("link[data-href]")
  if (icon) icon.href = icon.dataset.href as string
}

/** Installs it, where this build has one; gives whether there is one. */
async function takeWorker(app: App): Promise<boolean> {
  try {
    return await (await import("./installWorker.ts")).installWorker(app)
  } catch {
    return false
  }
}
