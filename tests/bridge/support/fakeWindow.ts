import type { BridgeEvent, BridgeWindow } from "../../../src/bridge/surroundings.ts"

/** A window of nothing but events. Globals of a host are put onto it by the emulations. */
export type FakeWindow = BridgeWindow & {
  parent: unknown
  dispatch(type: string, event?: Partial<BridgeEvent>): void
  listening(type: string): number
}

/** Top frame unless `parent` is set to something else. */
export function fakeWindow(): FakeWindow {
  const listeners = new Set<{ type: string; listener: (event: BridgeEvent) => void }>()
  const window: FakeWindow = {
    parent: null,
    addEventListener: (type, listener) => void listeners.add({ type, listener }),
    removeEventListener(type, listener) {
      for (const entry of listeners)
        if (entry.type === type && entry.listener === listener) listeners.delete(entry)
    },
    dispatch(type, event = {}) {
      for (const entry of [...listeners])
        if (entry.type === type) entry.listener({ data: null, origin: "", source: null, ports: [], ...event })
    },
    listening: (type) => [...listeners].filter((entry) => entry.type === type).length,
  }
  window.parent = window
  return window
}
