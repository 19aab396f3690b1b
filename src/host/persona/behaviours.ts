import type { HostContext } from "../../bridge/vocabulary.ts"

/** What a host does with a citizen, beyond who that is. */
export type Behaviour = {
  id: string
  label: string
  /** The demo service's persona that the tokens are for. */
  citizen: string
  /** Nobody is signed in until the citizen agrees in the host's own sheet. */
  signedOut?: true
  /** The first call for the identity is denied. */
  deniesFirst?: true
  /** The host never finds the account verified well enough. */
  lowAssurance?: true
  /** Becomes this other persona of the service some time after the first token. */
  switchesTo?: string
  /** How the host's surface differs. */
  surface?: Partial<HostContext>
}

/** How long after the first token an account is switched: a citizen is in the middle of the questions. */
export const switchAfterMs = 20_000

/** The host page's own personas, beside those of the demo service. */
export const behaviours: readonly Behaviour[] = [
  { id: "signed-out", label: "Signed out, signs in on request", citizen: "vneid-2", signedOut: true },
  { id: "denies-once", label: "Denies the first request", citizen: "vneid-2", deniesFirst: true },
  { id: "low-assurance", label: "Account not verified enough", citizen: "hue-s", lowAssurance: true },
  {
    id: "switches",
    label: "Switches account mid-quiz (20 s after the first token)",
    citizen: "vneid-2",
    switchesTo: "hue-s",
  },
  {
    id: "large-text",
    label: "Text 1.6×, reduced motion",
    citizen: "vneid-2",
    surface: { fontScale: 1.6, reducedMotion: true },
  },
]

/** The behaviour with this id; undefined: the id is one of the demo service's. */
export function behaviourOf(id: string): Behaviour | undefined {
  return behaviours.find((behaviour) => behaviour.id === id)
}
