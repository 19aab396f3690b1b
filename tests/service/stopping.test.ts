import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import type { Receipts } from "../../src/service/identity/receipts.ts"
import { stoppable } from "../../src/service/serve/stopping.ts"
import { startUpkeep } from "../../src/service/serve/upkeep.ts"
import type { Sql } from "../../src/service/sql/sql.ts"

const events: string[] = []
const log = (event: string) => events.push(event)
afterEach(() => events.splice(0))

/** A server whose answers wait until they are given. */
async function waitingServer() {
  const waiting: ServerResponse[] = []
  const server = createServer((_, answer) => waiting.push(answer)).listen(0, "127.0.0.1")
  await once(server, "listening")
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { server, origin, waiting }
}

describe("a process that is told to stop", () => {
  it("finishes what is under way, takes nothing new, and closes the rest after that, once", async () => {
    const { server, origin, waiting } = await waitingServer()
    const { isStopping, stop } = stoppable(0, log)
    const underWay = fetch(origin)
    await once(server, "request")
    expect(isStopping()).toBe(false)
    const order: string[] = []
    const closed = new Promise<void>((resolve) => server.once("close", resolve))
    const stopped = stop(server, async () => {
      order.push("closed the rest")
    })
    stop(server, async () => {
      order.push("twice")
    })
    expect(isStopping()).toBe(true)
    await until(() => !server.listening)
    await expect(fetch(origin)).rejects.toThrow()
    order.push("answered")
    waiting[0]?.end("receipt")
    expect(await (await underWay).text()).toBe("receipt")
    await Promise.all([stopped, closed])
    expect(order).toEqual(["answered", "closed the rest"])
    expect(events).toEqual(["stopping", "stopped"])
  })

  it("does not wait for ever for a request that does not end", async () => {
    const { server, origin } = await waitingServer()
    const { stop } = stoppable(0, log, 10)
    const hanging = fetch(origin).catch(() => "cut")
    await once(server, "request")
    await stop(server, async () => undefined)
    expect(await hanging).toBe("cut")
    expect(events).toEqual(["stopping", "cut-off", "stopped"])
  })
})

it("upkeep that fails is logged and ends nothing", async () => {
  const away = () => Promise.reject(new Error("no database"))
  const broken = { query: away, transaction: away } as unknown as Sql
  const stop = startUpkeep(broken, {} as Receipts, () => 0, log)
  await stop()
  expect(events.sort()).toEqual(["checkpoint-failed", "erasure-failed"])
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
