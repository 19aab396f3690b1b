import { Workbox } from "workbox-window"
import type { App } from "./createApp.ts"

/**
 * Installs the service worker, where there are any: the app then opens without network. A new version waits until
 * the citizen takes it.
 */
export async function installWorker(app: App): Promise<void> {
  if (!("serviceWorker" in navigator)) return
  const workbox = new Workbox("./worker.js")
  workbox.addEventListener("waiting", () => {
    app.update.value = () => {
      workbox.addEventListener("controlling", app.deps.restart)
      workbox.messageSkipWaiting()
    }
  })
  try {
    await workbox.register()
  } catch {
    // Forbidden by the webview, or the script did not come: everything works without it, but needs network to open.
  }
}
