import { apiBase, routes } from "../../../src/contract/routes.ts"
import { createOutbox } from "../../../src/outbox/createOutbox.ts"
import { localMirror } from "../../../src/outbox/localMirror.ts"
import type { Row, SealRequest } from "../../../src/outbox/row.ts"
import { startTriggers } from "../../../src/outbox/triggers.ts"
import { valueMirror } from "../../../src/outbox/valueMirror.ts"
import { createLife } from "./life.ts"
import type { Phone } from "./phone.ts"
import { programParts } from "./program.ts"
import { contest } from "./simulatedService.ts"
import type { Worker } from "./worker.ts"

export type PageParts = {
  phone: Phone
  worker: Worker | null
  /** Pseudonym of who is signed in, once known. */
  owner: () => string | null
  /** Called with every row that this page would show its owner. */
  shows: (row: Row) => void
}

/** The page: the outbox as the product composes it, with a window that the simulation shows, hides and closes. */
export function openPage({ phone, worker, owner, shows }: PageParts) {
  const life = createLife()
  const { store, lock, putEntry, now, random, after, announcer, fetch } = programParts(phone, life)
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState })
  const registration = { sync: syncOf(phone) }
  const view = Object.assign(new EventTarget(), {
    document,
    navigator: worker
      ? {
          serviceWorker: {
            ready: Promise.resolve(phone.traits.sync === "missing" ? {} : registration),
            controller: { postMessage: () => worker.message() },
          },
        }
      : {},
  })
  const outbox = createOutbox({
    store,
    lock,
    putEntry,
    now,
    random,
    after,
    announcer,
    mirrors: [localMirror(() => phone.storage())],
    newId: () => phone.newId(),
  })
  outbox.onChange((row) => {
    phone.trace("page", row.rowId, row.state, row.attempts, row.lastProblem?.code)
    if (life.isAlive() && row.owner === owner()) shows(row)
  })
  const stop = startTriggers({ outbox, page: view, now, after })
  if (phone.traits.hostStore)
    void outbox.addMirror(
      life.mortalStore(
        valueMirror({
          get: async () => phone.hostText.value,
          set: async (text) => {
            phone.hostText.value = text
          },
        }),
      ),
    )

  return {
    life,
    outbox,
    seal: (request: SealRequest) => outbox.seal(request),
    press: () => outbox.deliver({ force: true }),
    /** The owner looks at the screen. */
    async look(): Promise<Row[]> {
      const who = owner()
      const rows = who === null ? [] : await outbox.rowsOf(who)
      if (life.isAlive()) for (const row of rows) shows(row)
      return rows
    },
    /** As the app does for an entry that has lost its ticket. `token`: the host's, of whoever is signed in. */
    async renew(token: string): Promise<void> {
      const who = owner()
      if (who === null) return
      for (const row of await outbox.rowsOf(who)) {
        if (row.state !== "needs-ticket") continue
        const answer = await fetch(`https://service.example${apiBase}${routes.ticket(contest, row.round)}`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: "{}",
        }).catch(() => null)
        const given = answer?.status === 200 ? await answer.json().catch(() => null) : null
        if (typeof given?.ticket === "string")
          await outbox.supplyTicket(who, contest, row.round, given.ticket, Date.parse(given.expiresAt))
      }
    },
    setVisible(visible: boolean) {
      document.visibilityState = visible ? "visible" : "hidden"
      document.dispatchEvent(new Event("visibilitychange"))
    },
    online: () => view.dispatchEvent(new Event("online")),
    /** Closed by its user: it may still say a last word. */
    close() {
      view.dispatchEvent(new Event("pagehide"))
      stop()
      life.kill()
    },
  }
}

export type Page = ReturnType<typeof openPage>

/** `registration.sync` of this phone: that it is there says nothing. */
function syncOf(phone: Phone) {
  return {
    async register() {
      if (phone.traits.sync === "rejects") throw new DOMException("Permission denied.", "NotAllowedError")
      phone.syncAsked = true
    },
  }
}
