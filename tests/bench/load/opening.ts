import type { CDPSession, Page } from "playwright-core"
import { conditionsOf, type Line } from "./line.ts"
import type { Marks } from "./page/step.ts"

/**
 * One opening of a page until its first radio is answered. `requests` and `bytes`: what came over the line until then,
 * headers included. `scriptMs`: running scripts. `heapBytes`: in use after a collection.
 */
export type Opening = Marks & { requests: number; bytes: number; scriptMs: number; heapBytes: number }

/** How much slower than this machine's a weak phone's processor is. */
const cpuRate = 4

/** Longer than anything may take; then something hangs. */
const patienceMs = 120_000

/** Opens the address on this line with a weak phone's processor, and lets the page's probe walk through. */
export async function openAndAnswer(page: Page, address: string, line: Line): Promise<Opening> {
  const control = await page.context().newCDPSession(page)
  const received = await countReceived(control)
  await control.send("Performance.enable")
  await control.send("HeapProfiler.enable")
  await control.send("Network.emulateNetworkConditions", conditionsOf(line))
  await control.send("Emulation.setCPUThrottlingRate", { rate: cpuRate })
  await page.goto(address, { waitUntil: "commit", timeout: patienceMs })
  const marks = await walked(page)
  const { requests, bytes } = received
  const { ScriptDuration = 0 } = await metricsOf(control)
  await control.send("HeapProfiler.collectGarbage")
  const { JSHeapUsedSize = 0 } = await metricsOf(control)
  return { ...marks, requests, bytes, scriptMs: ScriptDuration * 1000, heapBytes: JSHeapUsedSize }
}

/** What came over the line by now: not from a cache, nor through the worker. */
async function countReceived(control: CDPSession): Promise<{ requests: number; bytes: number }> {
  const received = { requests: 0, bytes: 0 }
  const fromNetwork = new Set<string>()
  control.on("Network.responseReceived", ({ requestId, response }) => {
    const isNear = response.fromDiskCache || response.fromServiceWorker || response.fromPrefetchCache
    if (!isNear) fromNetwork.add(requestId)
  })
  control.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!fromNetwork.has(requestId)) return
    received.requests += 1
    received.bytes += encodedDataLength
  })
  await control.send("Network.enable")
  return received
}

async function walked(page: Page): Promise<Marks> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(async () => {
      const at = await page.evaluate(() => window.loadProbe.at()).catch(() => "a page that answers")
      reject(new Error(`${page.url()}: nothing to tap for "${at}" in ${patienceMs / 1000} s`))
    }, patienceMs)
  })
  try {
    return await Promise.race([page.evaluate(() => window.loadProbe.walked), late])
  } finally {
    clearTimeout(timer)
  }
}

async function metricsOf(control: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await control.send("Performance.getMetrics")
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}
