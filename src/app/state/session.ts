import { computed, type ReadonlySignal, signal } from "@preact/signals-core"
import type { Host } from "../../bridge/host.ts"
import type { Answer, BridgeReason, HostIdentity, IdentityToken } from "../../bridge/vocabulary.ts"
import { type Claims, readClaims } from "./claims.ts"
import type { Owners } from "./owners.ts"

export type SessionState = "connecting" | "in" | "out" | "standalone"

/** Who is there. The host's token lives in this closure and nowhere else: not in storage, address or log. */
export type Session = {
  state: ReadonlySignal<SessionState>
  /** What the token says of the citizen, once one was given. */
  claims: ReadonlySignal<Claims | null>
  /** Pseudonym under which this citizen's drafts and entries lie, once known. */
  owner: ReadonlySignal<string | null>
  /** Whether `owner` has been looked up: only then does "no draft" mean that there is none. */
  settled: ReadonlySignal<boolean>
  /** Why the citizen's last attempt to sign in failed; null after one that did not. */
  refusal: ReadonlySignal<BridgeReason | null>
  /** Rises with every change of citizen: an answer meant for an earlier one is dropped. */
  generation: ReadonlySignal<number>
  /**
   * A token good for half a minute or more. `interactive`: the host may ask the citizen to sign in.
   * `fresh`: the last one was refused, so get another.
   */
  token(wish: { interactive: boolean; fresh?: boolean }): Promise<Answer<IdentityToken>>
  /** The service has told this citizen's pseudonym (in a ticket). */
  adopt(owner: string): Promise<void>
}

export type SessionParts = {
  host: Promise<Host>
  owners: Owners
  /** Id of the mini-app, the token's audience. */
  audience: Promise<string>
  /** What the contest asks of an account, where it is known: the host may offer to raise it while signing in. */
  minAssurance(): 1 | 2 | undefined
  /**
   * The service's clock, which a token's end is an instant of. Null while no answer has told it to this page: the phone's
   * own may be days off, so until then a token is taken for good, and one that the service refuses is replaced.
   */
  now(): number | null
}

const leastLifeMs = 30_000

const changed: Answer<never> = {
  ok: false,
  error: { reason: "IDENTITY_CHANGED", code: 1004, message: "another account meanwhile", retryable: true },
}

const lifeMs = ({ expiresAt }: IdentityToken, now: number | null) =>
  now === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - now

const isSame = (a: Claims, b: Claims) => a.issuer === b.issuer && a.subject === b.subject

/** A session that follows the host: signed in, signed out, another account. */
export function createSession({ host, owners, audience, minAssurance, now }: SessionParts): Session {
  const state = signal<SessionState>("connecting")
  const claims = signal<Claims | null>(null)
  const owner = signal<string | null>(null)
  const settled = signal(false)
  const refusal = signal<BridgeReason | null>(null)
  const generation = signal(0)
  let kept: IdentityToken | null = null
  let adopted: { owner: string; claims: Claims } | null = null

  const token: Session["token"] = async ({ interactive, fresh = false }) => {
    if (kept && !fresh && lifeMs(kept, now()) > leastLifeMs) return { ok: true, value: kept }
    const asked = generation.peek()
    const reached = await host
    const least = interactive ? minAssurance() : undefined
    const answer = await reached.identity({
      audience: await audience,
      scope: ["name", "unit"],
      interactive,
      ...(least && { minAssurance: least }),
    })
    if (!answer.ok) {
      if (interactive && asked === generation.peek()) refusal.value = answer.error.reason
      return answer
    }
    // Signing in on request raises the epoch itself; only an answer for an earlier citizen is void.
    if (asked !== generation.peek() && answer.value.epoch !== reached.identityState().epoch) return changed
    await take(answer.value)
    return answer
  }

  const take = async (taken: IdentityToken) => {
    kept = taken
    state.value = "in"
    refusal.value = null
    const said = readClaims(taken.token)
    const before = claims.peek()
    // Whatever the epoch says: another subject is another citizen.
    if (before && !(said && isSame(before, said))) forget()
    kept = taken
    // A new token of the same citizen is no news: who follows the claims would ask the service, and so for a token, again.
    if (JSON.stringify(claims.peek()) !== JSON.stringify(said)) claims.value = said
    const asked = generation.peek()
    const known = said && (await owners.byClaims(said).catch(() => null))
    if (asked !== generation.peek()) return
    // Where storage is shut off nothing is known, and what the service said in this page still holds.
    const lasting = adopted && said && isSame(adopted.claims, said) ? adopted.owner : null
    owner.value = known ?? lasting
    if (known !== null) owners.seen(known, taken.epoch)
    settled.value = true
  }

  const forget = () => {
    kept = null
    claims.value = null
    refusal.value = null
    owner.value = null
    settled.value = false
    generation.value += 1
  }

  const follow = async (identity: HostIdentity) => {
    state.value = identity.state
    if (identity.state === "out") {
      settled.value = true
      return
    }
    const asked = generation.peek()
    const answer = await token({ interactive: false })
    if (asked !== generation.peek()) return
    if (!answer.ok) {
      owner.value ??= owners.byEpoch(identity.epoch)
      settled.value = true
    }
  }

  const attend = (reached: Host) => {
    let { epoch } = reached.identityState()
    reached.on("identity", (identity) => {
      // After signing in on request the token may come before the news of it.
      const alreadyTaken = identity.state === "in" && kept?.epoch === identity.epoch
      if (!alreadyTaken && (identity.epoch !== epoch || identity.state === "out")) forget()
      epoch = identity.epoch
      if (!alreadyTaken) void follow(identity)
    })
    if (reached.kind === "hosted") return void follow(reached.identityState())
    state.value = "standalone"
    settled.value = true
  }
  // Without the bridge's own script there is nobody to ask; the contest's state says what can be done about it.
  host.then(attend, () => undefined)

  return {
    state,
    claims,
    owner: computed(() => owner.value),
    settled,
    refusal,
    generation,
    token,
    async adopt(told) {
      owner.value = told
      const said = claims.peek()
      if (!said) return
      adopted = { owner: told, claims: said }
      const { epoch } = (await host).identityState()
      // Without hashing (an insecure page) the citizen is simply not found again after a reload.
      await owners.remember(told, epoch, said).catch(() => undefined)
    },
  }
}
