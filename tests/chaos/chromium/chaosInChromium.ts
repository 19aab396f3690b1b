import { chromium } from "playwright-core"
import { entryHash } from "../../../src/contract/hash.ts"
import { type SeededRandom, seededRandom } from "../../../src/service/demo/seededRandom.ts"
import { startDemoServer } from "../../browser/demoServer.ts"
import { startFaultServer } from "../faultServer.ts"
import { decideFaults } from "../faults/decideFaults.ts"
import { faultKinds } from "../faults/faultKinds.ts"
import type { Report } from "../report.ts"
import { bundlePage } from "./bundlePage.ts"
import { ownDevice, quietArguments, sharedDevice } from "./device.ts"
import { flavourOf, stubsOf } from "./flavour.ts"
import { type ChromiumPhone, happeningKinds, openPhone, type SealedEntry } from "./phone.ts"
import { directService } from "./service.ts"

const atOnce = 8
/** A phone's faults before they stop. */
const faultsEach = 14
const mostSteps = 40
const minuteMs = 60_000

type Options = { phones: number; seed: number; executablePath: string; tell?: (line: string) => void }

/**
 * So many phones in real Chromium against the real service: the page's outbox, IndexedDB, the built worker. Every
 * twelfth has a browser process of its own, which is killed. Faults come by the seed; how they meet is the machine's.
 */
export async function chaosInChromium({ phones, seed, executablePath, tell }: Options): Promise<Report> {
  const demo = await startDemoServer()
  const browser = await chromium.launch({ executablePath, args: quietArguments })
  const faults: Record<string, number> = Object.fromEntries(
    [...faultKinds, ...happeningKinds].map((kind) => [kind, 0]),
  )
  const report: Report = {
    phones: 0,
    attempts: 0,
    faults,
    ...{ lost: 0, doubled: 0, falselyShown: 0, altered: 0, stuck: 0 },
    seed,
  }
  const decide = decideFaults({ seed, rate: 1, longestMs: 3000, longestRetryAfterSeconds: 3 })
  const calm = new Set<number>()
  const cut = new Set<number>()
  const met = new Map<number, number>()
  const count = (phone: number, kind: string) => {
    faults[kind] = (faults[kind] ?? 0) + 1
    met.set(phone, (met.get(phone) ?? 0) + 1)
  }
  const server = await startFaultServer({
    target: demo.origin,
    nextFault(phone) {
      report.attempts += 1
      const fault = calm.has(phone) ? null : decide(phone)
      if (fault) count(phone, fault.kind)
      return fault
    },
    isCut: (phone) => cut.has(phone),
    files: await bundlePage(),
    workerPrefix: (phone) => stubsOf(flavourOf(phone), "worker"),
  })
  const service = directService(demo.origin)

  async function live(number: number): Promise<void> {
    const random = seededRandom(seed ^ Math.imul(number + 1, 0xc2b2ae35))
    const device =
      number % 12 === 5 || number % 12 === 10 ? await ownDevice(executablePath) : await sharedDevice(browser)
    const phone = await openPhone({
      device,
      flavour: flavourOf(number),
      origin: server.originOf(number),
      service,
      random,
      cut: (isCut) => void (isCut ? cut.add(number) : cut.delete(number)),
      shows(owner, hash, code) {
        const isTrue = server.given(owner).some((one) => one.code === code && one.entryHash === hash)
        if (!isTrue) report.falselyShown += 1
      },
    })
    try {
      const sealed = await suffer(phone, number, random)
      calm.add(number)
      await judge(phone, sealed)
      report.phones += 1
    } finally {
      await phone.close()
    }
  }

  /** Two people, one after the other, on a phone to which everything happens. */
  async function suffer(phone: ChromiumPhone, number: number, random: SeededRandom): Promise<SealedEntry[]> {
    const sealed: SealedEntry[] = []
    const seal = async (person: string) => {
      const request = await service.entryOf(person, random.below(2 ** 15))
      // Not promised, not missed; the phone then holds it in the page alone.
      if (await phone.seal(request)) sealed.push({ person, request })
    }
    const happenings = Object.entries(phone.happenings)
    await seal(`chaos-${seed}-${number}-a`)
    for (let step = 0; step < mostSteps && (met.get(number) ?? 0) < faultsEach; step += 1) {
      if (step === 4) await seal(`chaos-${seed}-${number}-b`)
      const [kind, happen] = happenings[random.below(happenings.length)] ?? []
      if (random.unit() < 0.5 && kind !== undefined && happen !== undefined) {
        await happen()
        count(number, kind)
      } else await phone.press()
      for (const entry of sealed) await phone.renew(entry)
    }
    return sealed
  }

  /** The faults have stopped: a minute, and everything promised must be home. */
  async function judge(phone: ChromiumPhone, sealed: SealedEntry[]): Promise<void> {
    for (const { person, request } of sealed) {
      const end = Date.now() + minuteMs
      const hash = await entryHash(request.body)
      const row = async () => (await phone.rowsOf(request.owner)).find((one) => one.entryHash === hash)
      let last = await row()
      while (last?.state !== "received" && Date.now() < end) {
        await phone.renew({ person, request })
        await phone.press()
        last = await row()
      }
      const counted = await service.counted(person)
      if (last === undefined && counted === null) report.lost += 1
      else if (last?.state !== "received" || counted === null) report.stuck += 1
      if (counted !== null && counted.entryHash !== hash) report.altered += 1
      if (last?.state === "received" && last.receipt?.code !== counted?.code) report.falselyShown += 1
      if (new Set(server.given(request.owner).map(({ code }) => code)).size > 1) report.doubled += 1
    }
  }

  try {
    const waiting = Array.from({ length: phones }, (_, index) => index + 1)
    const lane = async () => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        await live(number)
        tell?.(`phone ${number}: ${met.get(number)} faults`)
      }
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, phones) }, lane))
    return report
  } finally {
    await browser.close()
    await server.stop()
    await demo.stop()
  }
}
