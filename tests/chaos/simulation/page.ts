import { apiBase, routes } from "../../../src/contract/routes.ts"
import type { Care, CaredOutbox } from "../../../src/outbox/care.ts"
import { careFor } from "../../../src/outbox/careFor.ts"
import { createOutbox } from "../../../src/outbox/createOutbox.ts"
import { localMirror } from "../../../src/outbox/localMirror.ts"
import type { Row, SealRequest } from "../../../src/outbox/row.ts"
import { startOutbox } from "../../../src/outbox/startOutbox.ts"
import { pause } from "../../../src/outbox/timer.ts"
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
  const { afterMs, failures } = phone.nextArrival()
  let loads = 0
  let stop = () => {}

  /** What the product's script of care does when it has come. */
  function openCare(opened: CaredOutbox): Care {
    const care = careFor({ outbox: opened, announcer, now })
    void care.addMirror(localMirror(() => phone.storage()))
    if (phone.traits.hostStore) void care.addMirror(life.mortalStore(valueMirror(hostText(phone))))
    stop = startTriggers({ outbox: opened, nextAttemptAt: care.nextAttemptAt, page: view, now, after })
    return care
  }

  const outbox = createOutbox({
    store,
    lock,
    putEntry,
    now,
    random,
    after,
    newId: () => phone.newId(),
    async loadCare(opened) {
      loads += 1
      if (loads <= failures) throw new TypeError("Failed to fetch dynamically imported module")
      if (afterMs > 0) await pause(afterMs, after)
      phone.trace("care has come")
      return openCare(opened)
    },
  })
  outbox.onChange((row) => {
    phone.trace("page", row.rowId, row.state, row.attempts, row.lastProblem?.code)
    if (life.isAlive() && row.owner === owner()) shows(row)
  })
  startOutbox(
    outbox,
    localMirror(() => phone.storage()),
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

/** The host's store, as far as the outbox has it. */
function hostText(phone: Phone) {
  return {
    get: async () => phone.hostText.value,
    async set(text: string) {
      phone.hostText.value = text
    },
  }
}

/** `registration.sync` of this phone: that it is there says nothing. */
function syncOf(phone: Phone) {
  return {
    async register() {
      if (phone.traits.sync === "rejects") throw new DOMException("Permission denied.", "NotAllowedError")
      phone.syncAsked = true
    },
  }
}
