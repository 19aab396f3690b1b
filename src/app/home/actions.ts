import { batch } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import type { Route } from "../routing/route.ts"
import type { Draft } from "../state/draft.ts"
import { signInFault } from "./signInFault.ts"

/**
 * Signs the citizen in through the host, asking only where the host cannot answer silently. False: not signed in;
 * the status region says so.
 */
export async function signIn(app: App): Promise<boolean> {
  const { session, status } = app
  if (session.state.peek() !== "out" && (await session.token({ interactive: false })).ok) return true
  const asked = await session.token({ interactive: true })
  if (asked.ok) return true
  const refusal = session.refusal.peek()
  const say = () => {
    // Unless it is mended, or somebody else is there, by the time that the words are.
    if (refusal && session.refusal.peek() === refusal) status.announce(signInFault(app, refusal).body)
  }
  void app.words.citizen.load().then(say, say)
  return false
}

/** Leads, signed in, to the first screen of entering, or to where the citizen left off. */
export async function start(app: App, round: number): Promise<void> {
  if (!(await signIn(app))) return
  if (app.router.route.peek().screen !== "home") return
  // The account may have a draft or an entry of this round already.
  const draft = app.drafts.byRound.peek().get(round)
  if (app.entries.statusOf(round)) app.router.go({ screen: "entry", round })
  else if (draft) resume(app, draft)
  else app.router.go({ screen: "entrant", round })
}

/** Leads to where the citizen left off; back from there is the step before, as if it had been taken just now. */
export function resume(app: App, draft: Draft): void {
  const route = (step: number): Route => {
    const { round, questions } = draft
    if (step <= questions.length) return { screen: "question", round, step }
    return { screen: step === questions.length + 1 ? "prediction" : "review", round }
  }
  batch(() => {
    if (draft.step > 1) app.router.go(route(draft.step - 1))
    app.router.go(route(draft.step))
  })
}

/** Opens the contest in the host app, for somebody in a plain browser. */
export async function openHost(app: App): Promise<void> {
  const { hostLink } = await app.deps.config
  if (hostLink) app.deps.window.location.href = hostLink
}
