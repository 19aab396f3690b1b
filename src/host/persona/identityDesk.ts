import { type Failure, failure } from "../../bridge/failure.ts"
import type { HostHandlers } from "../../bridge/hostKit/handlers.ts"
import type { Answer, HostIdentity, IdentityRequest, IdentityToken } from "../../bridge/vocabulary.ts"
import { type Behaviour, switchAfterMs } from "./behaviours.ts"

/** A token as the demo service signs it. `expiresAt`: ISO 8601. */
export type SignedToken = { token: string; expiresAt: string }

/** While a sheet is open, the app is told so this often, in milliseconds. */
const progressMs = 10_000

export type DeskOptions = {
  /** Id of a persona of the demo service, or of a behaviour. */
  persona: string
  behaviour: Behaviour | undefined
  /** Rejects where the service cannot be reached or does not know the persona. */
  sign(citizen: string): Promise<SignedToken>
  /** Shows the host's sheet. Gives whether the citizen agreed. */
  askConsent(request: IdentityRequest): Promise<boolean>
  /** Runs once after `ms`; returns what undoes it. */
  after(ms: number, run: () => void): () => void
}

/** The part of a host that knows who is signed in. */
export interface IdentityDesk {
  /** What the host says at the handshake. */
  readonly first: HostIdentity
  /** Who holds the phone now: a persona of the demo service, or nobody. */
  citizen(): string | null
  readonly handler: HostHandlers["identity"]
  /** Somebody else signs in (an id of the demo service), or nobody is signed in any more. */
  change(citizen: string | null): void
  /** Names who tells the app of a change and gives the identity after it. To be called before the first `handler`. */
  onChange(tell: (state: "in" | "out") => HostIdentity): void
  close(): void
}

/** Makes the desk of one phone. The behaviour starts anew with it. */
export function identityDesk(options: DeskOptions): IdentityDesk {
  const { behaviour, sign, askConsent, after } = options
  const person = behaviour?.citizen ?? options.persona
  const first: HostIdentity = { state: behaviour?.signedOut ? "out" : "in", epoch: 1 }
  let identity = first
  let citizen = behaviour?.signedOut ? null : person
  let asked = 0
  let cancelSwitch: (() => void) | null = null
  let tell: (state: "in" | "out") => HostIdentity = (state) => ({ state, epoch: identity.epoch + 1 })

  const change = (next: string | null) => {
    citizen = next
    identity = tell(next === null ? "out" : "in")
  }

  const signIn = async (request: IdentityRequest, progress: () => void): Promise<Failure | null> => {
    if (!request.interactive) return failure("NOT_SIGNED_IN")
    let cancel = () => {}
    const repeat = () => {
      progress()
      cancel = after(progressMs, repeat)
    }
    repeat()
    const agreed = await askConsent(request)
    cancel()
    if (!agreed) return failure("USER_CANCELLED")
    change(person)
    return null
  }

  return {
    first,
    citizen: () => citizen,
    change,
    onChange(next) {
      tell = next
    },
    close: () => cancelSwitch?.(),
    async handler(request, { progress }): Promise<Answer<IdentityToken>> {
      asked += 1
      if (behaviour?.deniesFirst && asked === 1) return failure("USER_DENIED")
      if (behaviour?.lowAssurance) return failure("ASSURANCE_TOO_LOW")
      const refusal = citizen === null ? await signIn(request, progress) : null
      if (refusal) return refusal
      const { epoch } = identity
      const value = await sign(citizen ?? person)
      const { switchesTo } = behaviour ?? {}
      if (switchesTo && !cancelSwitch) cancelSwitch = after(switchAfterMs, () => change(switchesTo))
      return { ok: true, value: { ...value, epoch } }
    },
  }
}
