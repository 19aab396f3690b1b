import type { BrowserContext, CDPSession, Page } from "playwright-core"
import type { SealRequest } from "../../../src/outbox/row.ts"
import type { SeededRandom } from "../../../src/service/demo/seededRandom.ts"
import type { Device } from "./device.ts"
import { type Flavour, stubsOf } from "./flavour.ts"
import type { DirectService } from "./service.ts"

/** A person's entry as it was sealed on this phone. */
export type SealedEntry = { person: string; request: SealRequest }

export type PhoneParts = {
  device: Device
  flavour: Flavour
  origin: string
  service: DirectService
  random: SeededRandom
  /** Cuts this phone off at the server, too. */
  cut: (isCut: boolean) => void
  shows: (owner: string, entryHash: string, code: string) => void
}

/** How long a press may take: the outbox gives up a request after 15 s. */
const patienceMs = 20_000

/** One phone in Chromium, as its driver handles it. */
export async function openPhone({ device, flavour, origin, service, random, cut, shows }: PhoneParts) {
  let { context } = device
  let page = await start()

  async function start(): Promise<Page> {
    await dress(context)
    return open()
  }
  async function dress(profile: BrowserContext): Promise<void> {
    await profile.addInitScript(stubsOf(flavour, "page"))
    await profile.exposeFunction("showsReceived", shows)
  }
  async function open(): Promise<Page> {
    const opened = await context.newPage()
    await opened.goto(`${origin}/chaos.html`, { timeout: 60_000 })
    return opened
  }
  async function session(): Promise<CDPSession> {
    return context.newCDPSession(page)
  }
  const press = async (where = page) => {
    const pressed = where.evaluate(() => window.chaos.press()).catch(() => undefined)
    await Promise.race([pressed, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  }
  const hasWorker = () => flavour.kind !== "ios"
  const workerSession = async () => {
    const control = await session()
    const registrations: string[] = []
    control.on("ServiceWorker.workerRegistrationUpdated", (event) => {
      for (const { registrationId } of event.registrations) registrations.push(registrationId)
    })
    await control.send("ServiceWorker.enable")
    return { control, registrations }
  }

  return {
    seal: (request: SealRequest) => page.evaluate((sealed) => window.chaos.seal(sealed), request),
    press: () => press(),
    rowsOf: (owner: string) => page.evaluate((who) => window.chaos.rows(who), owner),
    /** As the app does for an entry that has lost its ticket. */
    async renew({ person, request }: SealedEntry): Promise<void> {
      const rows = await this.rowsOf(request.owner)
      if (!rows.some(({ state }) => state === "needs-ticket")) return
      const { owner, ticket, expiresAt } = await service.ticketOf(person)
      await page.evaluate(([who, given, until]) => window.chaos.supplyTicket(who, given, until), [
        owner,
        ticket,
        expiresAt,
      ] as const)
    },
    close: () => device.close(),

    /** What can happen to the phone itself, by the name it is counted under; those that make no sense here are absent. */
    happenings: {
      async "page reloaded"() {
        void press()
        await page.waitForTimeout(random.below(150))
        await page.reload({ timeout: 60_000 })
      },
      async "page closed"() {
        void press()
        await page.close()
        page = await open()
      },
      async "second tab"() {
        const tab = await open()
        await Promise.all([press(), press(tab)])
        await tab.close()
      },
      async offline() {
        cut(true)
        const network = await session()
        const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
        await network.send("Network.emulateNetworkConditions", { ...conditions, offline: true })
        await press()
        cut(false)
        await network.send("Network.emulateNetworkConditions", { ...conditions, offline: false })
        await network.detach()
      },
      async "IndexedDB cleared"() {
        await page.goto("about:blank")
        const control = await session()
        await control.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" })
        await control.detach()
        await page.goto(`${origin}/chaos.html`, { timeout: 60_000 })
      },
      ...(hasWorker() && {
        async "worker killed"() {
          const { control } = await workerSession()
          void press()
          await page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ type: "DELIVER" }))
          await page.waitForTimeout(random.below(100))
          await control.send("ServiceWorker.stopAllWorkers")
          await control.detach()
        },
        async "sync event"() {
          const { control, registrations } = await workerSession()
          await page.waitForTimeout(100)
          for (const registrationId of new Set(registrations))
            await control
              .send("ServiceWorker.dispatchSyncEvent", {
                origin,
                registrationId,
                tag: "deliver-entries",
                lastChance: false,
              })
              .catch(() => undefined)
          await control.detach()
        },
      }),
      ...(device.crash && {
        async "browser killed"() {
          void press()
          await page.waitForTimeout(random.below(100))
          context = (await device.crash?.()) ?? context
          page = await start()
        },
      }),
    } satisfies Record<string, () => Promise<void>>,
  }
}

export type ChromiumPhone = Awaited<ReturnType<typeof openPhone>>

/** The kinds of what happens on the phone itself, as they are counted. */
export const happeningKinds = [
  "page reloaded",
  "page closed",
  "second tab",
  "offline",
  "IndexedDB cleared",
  "worker killed",
  "sync event",
  "browser killed",
] as const
