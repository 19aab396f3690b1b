import type { Browser, BrowserContext, Page } from "playwright-core"
import { vi } from "vitest"
import { launchBrowser, openPhone } from "../../browser/browser.ts"
import { startDemoServer } from "../../browser/demoServer.ts"
import { directService } from "../../chaos/chromium/service.ts"
import { startFaultServer } from "../../chaos/faultServer.ts"
import { stubHost } from "./hostStub.ts"

/** The real service and a browser, with a server between them that can cut a phone off or give it another worker. */
export async function appPhones() {
  const cut = new Set<number>()
  const workers = new Map<number, string>()
  let phones = 0
  const demo = await startDemoServer()
  const browser: Browser = await launchBrowser()
  const server = await startFaultServer({
    target: demo.origin,
    nextFault: () => null,
    isCut: (phone) => cut.has(phone),
    files: new Map(),
    workerPrefix: (phone) => workers.get(phone) ?? "",
  })

  /** Off: nothing of this phone gets through, and its pages know. The worker is cut off at the server. */
  function networkOf(phone: BrowserContext, number: number) {
    return async (page: Page, isOn: boolean) => {
      if (isOn) cut.delete(number)
      else cut.add(number)
      const control = await phone.newCDPSession(page)
      const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
      await control.send("Network.emulateNetworkConditions", { ...conditions, offline: !isOn })
    }
  }

  return {
    /** A phone with the app's address of its own, and a host's word on who is signed in. `script` runs before all. */
    async newPhone(script = "") {
      phones += 1
      const number = phones
      const { phone } = await openPhone(browser)
      await phone.addInitScript(script)
      const service = directService(demo.origin)
      const signedIn = { person: `person-${number}`, epoch: 1 }
      const tokens: string[] = []
      await stubHost(phone, {
        async token() {
          const { person } = signedIn
          const claims = { sub: person, person, account: "vneid", assurance: 2, name: `Người ${person}` }
          const answer = await fetch(`${demo.origin}/demo/identity`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ claims }),
          })
          const given = await answer.json()
          tokens.push(given.token)
          return given
        },
        epoch: () => signedIn.epoch,
      })
      const origin = server.originOf(number)
      return {
        phone,
        origin,
        service,
        signedIn,
        /** Every token that the host has given. */
        tokens,
        network: networkOf(phone, number),
        async open() {
          const page = await phone.newPage()
          await page.goto(`${origin}/`)
          return page
        },
        /** From now on the worker's script is another one. */
        deployWorker: (prefix: string) => void workers.set(number, prefix),
      }
    },
    async close() {
      await browser.close()
      await server.stop()
      await demo.stop()
    },
  }
}

/** What a real sync event does, also with the worker stopped and no page of the app open. */
export async function syncEvent(phone: BrowserContext, origin: string): Promise<void> {
  const page = await phone.newPage()
  const control = await phone.newCDPSession(page)
  const registrations = new Set<string>()
  control.on("ServiceWorker.workerRegistrationUpdated", (event) => {
    for (const { registrationId } of event.registrations) registrations.add(registrationId)
  })
  await control.send("ServiceWorker.enable")
  await vi.waitUntil(() => registrations.size > 0, 30_000)
  for (const registrationId of registrations)
    await control.send("ServiceWorker.dispatchSyncEvent", {
      origin,
      registrationId,
      tag: "deliver-entries",
      lastChance: false,
    })
  await page.close()
}
