import type { Transport } from "../../../src/bridge/transport.ts"

/** A transport of which the test is the other end: `sent` holds what went out, `arrive` brings something in. */
export type TestWire = Transport & {
  sent: Record<string, unknown>[]
  arrive(data: unknown): void
  /** What `post` does instead of noting: may throw, may give (a promise of) a reply. */
  onPost: ((text: string) => unknown) | undefined
  closed: boolean
}

export function testWire(): TestWire {
  let listener: (data: unknown) => void = () => {}
  const wire: TestWire = {
    name: "test",
    sent: [],
    closed: false,
    onPost: undefined,
    arrive: (data) => listener(data),
    post(text) {
      wire.sent.push(JSON.parse(text))
      return wire.onPost?.(text)
    },
    subscribe(next) {
      listener = next
    },
    close() {
      wire.closed = true
    },
  }
  return wire
}

/** A result for the call with this id, as a JSON text. */
export function resultFor(id: unknown, result: unknown): string {
  return JSON.stringify({ jsonrpc: "2.0", id, result })
}

/** An error for the call with this id, as a JSON text. */
export function errorFor(id: unknown, code: number, data?: unknown): string {
  return JSON.stringify({ jsonrpc: "2.0", id, error: { code, message: "of the host", data } })
}
