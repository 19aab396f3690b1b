/** A localStorage over a map. */
export function fakeStorage(values: Map<string, string> = new Map()) {
  return {
    get length() {
      return values.size
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

/** One that throws at every use, as in privacy modes. */
export function forbiddenStorage(): never {
  throw new DOMException("The operation is insecure.", "SecurityError")
}

/** One that is full. */
export function fullStorage() {
  return {
    ...fakeStorage(),
    setItem() {
      throw new DOMException("full", "QuotaExceededError")
    },
  }
}
