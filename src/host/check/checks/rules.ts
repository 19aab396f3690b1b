import { grants as allGrants } from "../../../bridge/vocabulary.ts"
import type { Bench, Check } from "../check.ts"
import { fail, notRun, pass, verdict } from "../outcome.ts"
import { asObject, errorCode, type RawMessage, replyText } from "../rawWire.ts"

/** The rules of JSON-RPC 2.0 and of this protocol that hold for every message. */
export const ruleChecks: readonly Check[] = [
  {
    id: "rules.envelope",
    rule: "A reply is JSON-RPC 2.0: the call’s id, and either a result or an error",
    async run({ wire }) {
      const reply = await wire.ask("bridge.echo", { text: "x" })
      if (!reply) return fail("There was no answer.")
      if (reply.jsonrpc !== "2.0") return fail(`jsonrpc is ${JSON.stringify(reply.jsonrpc) ?? "missing"}.`)
      return verdict("result" in reply === "error" in reply && "It must have a result or an error, not both.")
    },
  },
  {
    id: "rules.unknown-method",
    rule: "An unknown method is answered with −32601",
    async run({ wire }) {
      const reply = await wire.ask("check.nobody-knows", {})
      return verdict(errorCode(reply) !== -32601 && `There was ${replyText(reply)}.`)
    },
  },
  {
    id: "rules.params",
    rule: "A call without what it needs is an error",
    async run({ wire }) {
      const reply = await wire.ask("bridge.echo", {})
      return verdict(errorCode(reply) === undefined && `There was ${replyText(reply)}.`)
    },
  },
  {
    id: "rules.unknown-notice",
    rule: "An unknown notification is ignored",
    run: (bench) => survives(bench, () => bench.wire.notify("check.nobody-knows", { x: 1 })),
  },
  {
    id: "rules.malformed",
    rule: "What is no message is dropped, and the host goes on",
    run: (bench) =>
      survives(bench, () => {
        for (const text of [
          "[]",
          '"text"',
          "{}",
          '{"jsonrpc":"1.0","id":"x","method":"bridge.echo"}',
          "null",
        ])
          bench.wire.sendText(text)
      }),
  },
  {
    id: "rules.errors",
    rule: "Errors of the protocol carry their reason and whether to try again",
    async run({ wire }) {
      const reply = await wire.ask("bridge.hello", {
        versions: [9999],
        app: { id: "x", version: "0" },
        wants: {},
      })
      const { data } = (reply?.error ?? {}) as { data?: { reason?: unknown; retryable?: unknown } }
      if (errorCode(reply) !== 1101) return notRun("The host made no such error.")
      return verdict(
        (data?.reason !== "VERSION_MISMATCH" || data.retryable !== false) &&
          'error.data must be {"reason":"VERSION_MISMATCH","retryable":false}.',
      )
    },
  },
  {
    id: "rules.grants",
    rule: "What is not granted is refused with 1100",
    async run({ wire, hello, grants }) {
      if (asObject(hello.grants) !== hello.grants) return notRun("The grants cannot be read.")
      const closed = allGrants.filter((grant) => !grants(grant))
      if (!closed.length) return notRun("The host grants everything.")
      for (const grant of closed) {
        const [method, params] =
          grant === "store"
            ? ["store.get", { key: "check" }]
            : ["share.open", { title: "", text: "", url: "" }]
        const reply = await wire.ask(String(method), params as object)
        if (errorCode(reply) !== 1100) return fail(`${method}: there was ${replyText(reply)}.`)
      }
      return pass
    },
  },
  {
    id: "rules.addresses",
    rule: "The host opens no script, file or data address",
    async run({ wire }) {
      for (const url of [
        "javascript:alert(1)",
        "file:///etc/hosts",
        "data:text/html,x",
        "intent:#Intent;end",
      ])
        for (const where of ["browser", "host"]) {
          const { result, ...reply } = (await wire.ask("nav.open", { url, where })) ?? {}
          const opened = (result as { opened?: unknown } | undefined)?.opened === true
          if (opened) return fail(`${url} was opened in the ${where}.`)
          if (result === undefined && !("error" in reply)) return fail(`${url}: there was no answer.`)
        }
      return pass
    },
  },
]

/** To be run after all others: it looks at every answer there was. */
export const onceCheck: Check = {
  id: "rules.once",
  rule: "Every call is answered once",
  async run({ wire }) {
    await wire.listen()
    const again = wire.answeredAgain().length
    return verdict(again > 0 && `${again} calls were answered more than once.`)
  },
}

/** Sends something that is to have no effect. */
async function survives({ wire }: Bench, send: () => void) {
  const listening = wire.listen()
  try {
    send()
  } catch {
    // A port of the page's own carries objects; what is none does not even leave the page.
    return notRun("This way to the host carries no such text.")
  }
  const [stray]: readonly RawMessage[] = await listening
  if (stray) return fail(`The host answered with ${replyText(stray)}.`)
  const reply = await wire.ask("bridge.echo", { text: "still there" })
  return verdict(reply?.result === undefined && `After it there was ${replyText(reply)}.`)
}
