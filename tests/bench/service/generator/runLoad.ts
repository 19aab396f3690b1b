import { setTimeout as wait } from "node:timers/promises"
import { type Connection, openConnection } from "./connection.ts"
import type { Load, LoadResult } from "./load.ts"

/** More connections than this are not opened for requests at set times: a request then waits for one, and that counts. */
const mostConnections = 500

/** Sends the load. Connections are opened before the first request. Rejects where a connection breaks. */
export async function runLoad({ origins, requests, pace }: Load): Promise<LoadResult> {
  const result: LoadResult = { seconds: 0, statuses: [], bodies: [], sentAt: [], tookMs: [] }
  const count = "clients" in pace ? pace.clients : mostConnections
  const connections = await Promise.all(
    Array.from({ length: count }, (_, index) => openConnection(origins[index % origins.length] ?? "")),
  )
  const send = async (connection: Connection, index: number, dueAt: number | undefined) => {
    const request = requests[index]
    if (!request) throw new RangeError(`there is no request ${index}`)
    const began = now()
    const answered = connection.send(request)
    result.sentAt[index] = now()
    const { status, body } = await answered
    result.tookMs[index] = now() - (dueAt ?? began)
    result.statuses[index] = status
    result.bodies[index] = body
  }
  const began = now()
  await ("clients" in pace
    ? oneAfterTheOther(connections, requests.length, send)
    : atTheirTimes(connections, pace.times, send))
  result.seconds = (now() - began) / 1000
  for (const connection of connections) connection.close()
  return result
}

/** Finer than Date.now, by the same clock. */
const now = () => performance.timeOrigin + performance.now()

type Send = (connection: Connection, index: number, dueAt: number | undefined) => Promise<void>

async function oneAfterTheOther(connections: Connection[], count: number, send: Send): Promise<void> {
  let next = 0
  const client = async (connection: Connection) => {
    for (let index = next++; index < count; index = next++) await send(connection, index, undefined)
  }
  await Promise.all(connections.map(client))
}

async function atTheirTimes(connections: Connection[], times: number[], send: Send): Promise<void> {
  const free = [...connections]
  const due: number[] = []
  const underWay: Promise<void>[] = []
  const sendDue = () => {
    while (due.length > 0) {
      const connection = free.shift()
      const index = due[0]
      if (!connection || index === undefined) return
      due.shift()
      underWay.push(
        send(connection, index, times[index]).then(() => {
          free.push(connection)
          sendDue()
        }),
      )
    }
  }
  for (let next = 0; next < times.length; ) {
    const at = times[next] ?? 0
    if (at > now()) await wait(at - now())
    for (; next < times.length && (times[next] ?? 0) <= now(); next += 1) due.push(next)
    sendDue()
  }
  while (due.length > 0) await wait(10)
  await Promise.all(underWay)
}
