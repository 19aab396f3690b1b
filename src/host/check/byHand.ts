import { readIdentity } from "../../bridge/hello.ts"
import type { Grant } from "../../bridge/vocabulary.ts"
import { miniAppId } from "../../contract/clientConfig.ts"
import { fail, notRun, type Outcome, pass, verdict } from "./outcome.ts"
import { asObject, errorCode, type RawMessage, type RawWire, replyText } from "./rawWire.ts"

/** A rule that somebody has to help with: by doing something in the host, or by starting a call that shows something. */
export type HandCheck = {
  id: string
  rule: string
  /** What to do. */
  todo: string
  grant?: Grant
  /** Sees each message of the host; undefined: it says nothing about this rule. */
  hear?: (method: string, params: RawMessage) => Outcome | undefined
  /** Starts the call. It may take as long as a person takes. */
  start?: (wire: RawWire) => Promise<Outcome>
}

const personMs = 300_000
const closeMs = 3000
const contextNames = ["theme", "locale", "fontScale", "insets", "reducedMotion", "network"]

/** Everything that needs a hand, in the order in which it is best done: the last one ends the page. */
export const handChecks: readonly HandCheck[] = [
  {
    id: "hand.back",
    rule: "Back asks the app first, and leaves the page where it is when the app says it went back itself",
    // The page itself sees whether it is still there afterwards.
    todo: "Press the host’s back button.",
  },
  {
    id: "hand.theme",
    rule: "A change of theme is told, and only what changed",
    todo: "Switch between light and dark.",
    hear(method, params) {
      if (method !== "host.context" || !("theme" in params)) return undefined
      if (params.theme !== "light" && params.theme !== "dark") return fail('theme must be "light" or "dark".')
      return verdict(Object.keys(params).length === contextNames.length && "The whole context came.")
    },
  },
  {
    id: "hand.hidden",
    rule: "The app is told when it is hidden",
    todo: "Go to another app and come back.",
    hear: (method, { state }) => (method === "host.visibility" && state === "hidden" ? pass : undefined),
  },
  {
    id: "hand.visible",
    rule: "The app is told when it is visible again",
    todo: "Go to another app and come back.",
    hear: (method, { state }) => (method === "host.visibility" && state === "visible" ? pass : undefined),
  },
  {
    id: "hand.identity",
    rule: "The app is told when somebody signs in, out or over",
    todo: "Sign out, or in.",
    hear: (method, params) =>
      method === "host.identity" ? verdict(!readIdentity(params) && "It must be {state, epoch}.") : undefined,
  },
  {
    id: "hand.token",
    rule: "An interactive request gives a token, or says why not",
    todo: "Start it and sign in, where the host asks.",
    async start(wire) {
      const params = { audience: miniAppId, scope: ["name", "unit"], interactive: true }
      const reply = await wire.ask("identity.get", params, { ms: personMs })
      const code = Number(errorCode(reply))
      if (code >= 1000 && code < 1005) return notRun(`The host said ${code}.`)
      return verdict(typeof asObject(reply?.result).token !== "string" && `There was ${replyText(reply)}.`)
    },
  },
  {
    id: "hand.open",
    rule: "The host opens an https address in the browser",
    todo: "Start it.",
    start: (wire) =>
      yesOrNo(wire, "nav.open", { url: "https://www.thuathienhue.gov.vn/", where: "browser" }, "opened"),
  },
  {
    id: "hand.share",
    rule: "The host shows its share sheet and says whether it was shared",
    todo: "Start it.",
    grant: "share",
    start: (wire) =>
      yesOrNo(
        wire,
        "share.open",
        { title: "Bridge check", text: "Huế", url: "https://example.org/" },
        "shared",
      ),
  },
  {
    id: "hand.teardown",
    rule: "The app is told before it is removed, and how long it has",
    todo: "Close the app by the host’s own means, then open it again to see the result.",
    hear: (method, { deadlineMs }) =>
      method === "app.teardown" ? verdict(!(Number(deadlineMs) > 0) && "deadlineMs is missing.") : undefined,
  },
  {
    id: "hand.close",
    rule: "The app can close itself",
    todo: "Start it: the page must go away. Open it again to see the result.",
    async start(wire) {
      const reply = await wire.ask("ui.close", { reason: "bridge-check" }, { ms: closeMs })
      // The page may be gone before the answer; whoever reads this sees that it is still here.
      return verdict(reply !== undefined && reply.result === undefined && `There was ${replyText(reply)}.`)
    },
  },
]

async function yesOrNo(wire: RawWire, method: string, params: object, member: string): Promise<Outcome> {
  const reply = await wire.ask(method, params, { ms: personMs })
  return verdict(
    typeof asObject(reply?.result)[member] !== "boolean" &&
      `There was ${replyText(reply)}, without ${member}.`,
  )
}
