import type { Grant } from "../../bridge/vocabulary.ts"
import type { Outcome } from "./outcome.ts"
import type { RawWire } from "./rawWire.ts"

/** What checks work with: a host that has answered the handshake. */
export type Bench = {
  wire: RawWire
  /** The result of the handshake as it came. */
  hello: Record<string, unknown>
  /** The name of the way that was found, such as "iframe". */
  transport: string
  /** Whether the handshake grants it. */
  grants(grant: Grant): boolean
  /** What becomes of a page inside of this one that greets the host. */
  childFrame(): Promise<ChildFrame>
}

/** "unavoidable": the platform lets every frame speak to the host, as Android's JavaScript interface does. */
export type ChildFrame = "silent" | "answered" | "unavoidable"

/** One rule of the protocol and how to see whether the host keeps it. The rule reads as a claim. */
export type Check = {
  id: string
  rule: string
  run(bench: Bench): Promise<Outcome>
}
