import type { Transport } from "../transport.ts"

type Deliver = (data: unknown) => void

/**
 * A transport over a native object that may vanish and come back. The object is looked up at each send; where it is
 * another one than before, the listener goes to it first.
 * @param look the object as it is now; anything falsy: not there
 * @param post sends one JSON text to it; what it returns may be (a promise of) a message
 * @param listen starts to take messages from it
 * @returns null when the object is not there
 */
export function lookupTransport<T>(
  name: string,
  look: () => T | null | undefined | false,
  post: (to: T, text: string) => unknown,
  listen: (from: T, deliver: Deliver) => void,
): Transport | null {
  if (!look()) return null
  let deliver: Deliver | null = null
  let heard: T | undefined
  const current = () => {
    const found = look()
    if (found && found !== heard) {
      heard = found
      listen(found, (data) => deliver?.(data))
    }
    // Sending to nothing throws by itself, as a transport must when nobody is there.
    return found as T
  }
  return {
    name,
    post: (text) => post(current(), text),
    subscribe(listener) {
      deliver = listener
      current()
    },
    close() {
      deliver = null
    },
  }
}
