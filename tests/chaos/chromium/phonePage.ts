import type { Host } from "../../../src/bridge/host.ts"
import { openOutbox } from "../../../src/openOutbox.ts"
import type { Row, SealRequest } from "../../../src/outbox/row.ts"

/** What the driver finds on the page. */
export type ChaosPage = {
  seal(request: SealRequest): Promise<boolean>
  press(): Promise<void>
  rows(owner: string): Promise<Pick<Row, "state" | "entryHash" | "receipt" | "owner" | "body">[]>
  supplyTicket(owner: string, ticket: string, expiresAt: number): Promise<boolean>
  canWork(): boolean
}

declare global {
  interface Window {
    chaos: ChaosPage
    /** The driver hears of every row that the screen would show as received. */
    showsReceived?: (owner: string, entryHash: string, code: string) => void
  }
}

// The product's own composition of the outbox, under a page without screens.
const host = new Promise<Host>(() => {})
const config = { api: "/api/v1", contest: "hue-s-2024", hostOrigins: [], allowLoopbackHosts: false }
const outbox = openOutbox(config, host)
outbox.onChange(({ state, owner, entryHash, receipt }) => {
  if (state === "received") window.showsReceived?.(owner, entryHash, receipt?.code ?? "")
})

window.chaos = {
  async seal(request) {
    return (await outbox.seal(request)).stored
  },
  press: () => outbox.deliver({ force: true }),
  rows: (owner) => outbox.rowsOf(owner),
  supplyTicket: (owner, ticket, expiresAt) =>
    outbox.supplyTicket(owner, config.contest, 1, ticket, expiresAt),
  canWork: () => "serviceWorker" in navigator && navigator.serviceWorker !== undefined,
}
if (window.chaos.canWork()) navigator.serviceWorker.register("/worker.js").catch(() => undefined)
