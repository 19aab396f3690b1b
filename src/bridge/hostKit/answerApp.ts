import { type Failure, failure } from "../failure.ts"
import type { HostMethod } from "../methods.ts"
import { flag, oneOf, text, type Unread } from "../read.ts"
import type { Answer, Grant, HostIdentity, IdentityRequest } from "../vocabulary.ts"
import type { HostHandlers } from "./handlers.ts"
import { answerStoreGet, answerStoreSet, type StoreBacking } from "./store.ts"

export type AnswerOptions = {
  appId: string
  grants: readonly Grant[]
  handlers: HostHandlers
  store: StoreBacking
  identity(): HostIdentity
}

type Call = { progress(): void }
type Answerer = (params: Unread, call: Call) => Answer<unknown> | Promise<Answer<unknown>>

/** The host's answers to everything but `bridge.hello`, by method. */
export function appAnswers(options: AnswerOptions): Map<string, Answerer> {
  const { handlers, grants, store } = options
  const granted =
    (grant: Grant, answerer: Answerer): Answerer =>
    (params, call) =>
      grants.includes(grant) ? answerer(params, call) : failure("NOT_GRANTED")

  const answers: Record<Exclude<HostMethod, "bridge.hello">, Answerer> = {
    "identity.get": (params, call) => answerIdentity(options, params, call),
    "ui.close": (params) => {
      handlers.close?.(text(params.reason) ?? "")
      return good({})
    },
    "nav.open": async ({ url, where }) => {
      const place = oneOf(["host", "browser"], where)
      const address = text(url)
      if (!place || !address || !mayOpen(address, place)) return invalidParams()
      return good({ opened: (await handlers.open?.(address, place)) === true })
    },
    "bridge.echo": (params) =>
      text(params.text) === undefined ? invalidParams() : good({ text: params.text }),
    "store.get": granted("store", (params) => answerStoreGet(store, params)),
    "store.set": granted("store", (params) => answerStoreSet(store, params)),
    "share.open": granted("share", async (params, call) => {
      const content = {
        title: text(params.title) ?? "",
        text: text(params.text) ?? "",
        url: text(params.url) ?? "",
      }
      return good({ shared: (await handlers.share?.(content, call)) === true })
    }),
  }
  return new Map(Object.entries(answers))
}

async function answerIdentity(options: AnswerOptions, params: Unread, call: Call): Promise<Answer<unknown>> {
  const request = readIdentityRequest(params)
  if (!request) return invalidParams()
  // A token for somebody else's audience would open somebody else's door.
  if (request.audience !== options.appId) return failure("NOT_GRANTED")
  const answer = await options.handlers.identity(request, call)
  if (!answer.ok) return answer
  const { state, epoch } = options.identity()
  // The citizen may have changed while the token was being made.
  return state === "in" && answer.value.epoch === epoch ? answer : failure("IDENTITY_CHANGED")
}

function readIdentityRequest({
  audience,
  scope,
  interactive,
  minAssurance,
}: Unread): IdentityRequest | undefined {
  const app = text(audience)
  if (!app || !Array.isArray(scope) || flag(interactive) === undefined) return undefined
  return {
    audience: app,
    scope: scope.filter((item) => item === "name" || item === "unit"),
    interactive: interactive === true,
    ...((minAssurance === 1 || minAssurance === 2) && { minAssurance }),
  }
}

/** Whether an address is one that a host opens for a web page: never a script, a file or an intent. */
function mayOpen(url: string, where: "host" | "browser"): boolean {
  // Without spaces or control characters, of which URL parsers disagree whether they are there.
  const scheme = url.match(/^([a-z][a-z0-9+.-]*):[^\s\p{Cc}]+$/iu)?.[1]?.toLowerCase()
  if (!scheme) return false
  if (["https", "http", "tel", "mailto", "sms"].includes(scheme)) return true
  const dangerous = ["javascript", "data", "blob", "file", "content", "intent", "about", "view-source"]
  return where === "host" && !dangerous.includes(scheme)
}

function good(value: unknown): Answer<unknown> {
  return { ok: true, value }
}

function invalidParams(): Failure {
  return failure("HOST_FAULT", -32602)
}
