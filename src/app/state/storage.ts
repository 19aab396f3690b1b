/** As much of localStorage as the app uses. */
export type KeyValue = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

/** Reads a JSON value of a known writer (this app); null when there is none or it cannot be read. */
export function readJson<T>(storage: KeyValue | null, key: string): T | null {
  try {
    const text = storage?.getItem(key)
    return text ? (JSON.parse(text) as T) : null
  } catch {
    // Storage shut off, or a text torn by an old fault: as good as none.
    return null
  }
}

/** Writes a value as JSON. False when it could not be kept. */
export function writeJson(storage: KeyValue | null, key: string, value: unknown): boolean {
  try {
    if (!storage) return false
    storage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    // Full, or shut off by the browser.
    return false
  }
}

/** The storage, or null where merely reaching for it throws. */
export function openStorage(reach: () => KeyValue): KeyValue | null {
  try {
    return reach()
  } catch {
    // SecurityError: cookies and site data are blocked.
    return null
  }
}
