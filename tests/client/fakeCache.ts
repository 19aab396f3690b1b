/** A cache over a map, by address; `forbidden`: every use rejects, as where storage is shut off. */
export function fakeCache() {
  const kept = new Map<string, Response>()
  const state = { forbidden: false }
  const cache = {
    async match(address: RequestInfo | URL) {
      return kept.get(String(address))?.clone()
    },
    async put(address: RequestInfo | URL, answer: Response) {
      kept.set(String(address), answer)
    },
  }
  const open = async () => {
    if (state.forbidden) throw new DOMException("The operation is insecure.", "SecurityError")
    return cache
  }
  return { kept, open, state }
}
