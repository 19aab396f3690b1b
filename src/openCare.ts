import type { Host } from "./bridge/host.ts"
import { broadcastAnnouncer } from "./outbox/announcer.ts"
import type { Care, CaredOutbox } from "./outbox/care.ts"
import { careFor } from "./outbox/careFor.ts"
import { localMirror } from "./outbox/localMirror.ts"
import { realAfter } from "./outbox/timer.ts"
import { startTriggers } from "./outbox/triggers.ts"
import { valueMirror } from "./outbox/valueMirror.ts"

/**
 * The border of the script that looks after this page's outbox: second copies, other screens, and every occasion to
 * deliver again. The host's store joins in once it is granted.
 */
export function openCare(outbox: CaredOutbox, host: Promise<Host>): Care {
  const now = Date.now
  const care = careFor({
    outbox,
    announcer: broadcastAnnouncer(
      "BroadcastChannel" in window ? (name) => new BroadcastChannel(name) : undefined,
    ),
    now,
  })
  void care.addMirror(localMirror(() => window.localStorage))
  void host.then((reached) => {
    if (reached.can("store")) void care.addMirror(valueMirror(hostText(reached)))
    reached.on("visibility", (state) => state === "visible" && void outbox.deliver())
  })
  startTriggers({ outbox, nextAttemptAt: care.nextAttemptAt, page: window, now, after: realAfter })
  return care
}

/** The outbox's one text in the host's store. */
function hostText(host: Host) {
  return {
    async get() {
      const found = await host.storeGet("outbox")
      if (!found.ok) throw new Error(found.error.reason)
      return found.value
    },
    async set(text: string) {
      const stored = await host.storeSet("outbox", text)
      if (!stored.ok) throw new Error(stored.error.reason)
    },
  }
}
