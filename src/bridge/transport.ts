/**
 * One way to the other end. The rest of the bridge never learns which.
 * Implementations look the native object up anew at each `post`, because hosts take it away and put it back.
 */
export interface Transport {
  readonly name: string
  /**
   * Sends one JSON text. Throws when the other end cannot be reached at this moment.
   * @returns whatever the native call gives: where it is (a promise of) a message, that is delivered like any other
   */
  post(text: string): unknown
  /** Names the one listener: gets a JSON text, or an object where the channel carries objects. */
  subscribe(listener: (data: unknown) => void): void
  /** Ends it: nothing is delivered from here on. */
  close(): void
}
