import { Workbox } from "workbox-window"
import type { App } from "./createApp.ts"

/**
 * Installs the service worker, where there are any: the app then opens without network. A new version waits until
 * the citizen takes it. Gives whether there is one.
 */
export async function installWorker(app: App): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false
  try {
    const workbox = new Workbox(workerAddress(window))
    workbox.addEventListener("waiting", () => {
      app.update.value = () => {
        workbox.addEventListener("controlling", app.deps.restart)
        workbox.messageSkipWaiting()
      }
    })
    await workbox.register()
    return true
  } catch {
    // Forbidden by the webview, or the script did not come: everything works without it, but needs network to open.
    return false
  }
}

const address = "./worker.js"

/**
 * The worker's address as a page under Trusted Types may use it: made by the one policy that the manifest allows, which
 * knows no other address. Workbox passes it to `register` as it is and compares addresses by its text.
 */
function workerAddress({ trustedTypes }: Window): string {
  const policy = trustedTypes?.createPolicy("hue-s-worker", { createScriptURL: () => address })
  return policy?.createScriptURL(address) ?? address
}
