import { changedContext } from "../../../bridge/context.ts"
import type { HostContext } from "../../../bridge/vocabulary.ts"
import type { Check } from "../check.ts"
import { fail, pass, verdict } from "../outcome.ts"
import { asObject, errorCode, replyText } from "../rawWire.ts"

const strange: HostContext = {
  theme: "light",
  locale: "zz",
  fontScale: 3.999,
  insets: { top: 999, right: 999, bottom: 999, left: 999 },
  reducedMotion: false,
  network: "unknown",
}

/** What the answer to `bridge.hello` must say. */
export const handshakeChecks: readonly Check[] = [
  {
    id: "hello.host",
    rule: "The handshake names the host, its version and its platform",
    async run({ hello }) {
      const host = asObject(hello.host)
      const missing = ["name", "version", "platform"].find(
        (name) => typeof host[name] !== "string" || !host[name],
      )
      return verdict(missing && `host.${missing} is missing or no text.`)
    },
  },
  {
    id: "hello.context",
    rule: "The handshake describes the whole surface, with valid values",
    async run({ hello }) {
      const given = asObject(hello.context)
      // Whatever is not taken over is missing or not valid; the start has values that no host would send.
      const taken = changedContext(strange, given)
      for (const name of ["theme", "locale", "fontScale", "reducedMotion", "network"] as const)
        if (taken[name] !== given[name]) return fail(`context.${name} is missing or not valid.`)
      const insets = asObject(given.insets)
      for (const edge of ["top", "right", "bottom", "left"] as const)
        if (taken.insets[edge] !== insets[edge])
          return fail(`context.insets.${edge} is missing or not valid.`)
      return pass
    },
  },
  {
    id: "hello.identity",
    rule: "The handshake says whether a citizen is signed in, and the epoch",
    async run({ hello }) {
      const { state, epoch } = asObject(hello.identity)
      if (state !== "in" && state !== "out") return fail('identity.state must be "in" or "out".')
      return verdict(
        !(Number.isSafeInteger(epoch) && Number(epoch) >= 0) && "identity.epoch must be a whole number.",
      )
    },
  },
  {
    id: "hello.grants",
    rule: "Grants are an object whose members are true where granted",
    async run({ hello: { grants } }) {
      const isObject = asObject(grants) === grants
      const strange = Object.entries(asObject(grants)).find(([, value]) => typeof value !== "boolean")
      if (!isObject) return fail(`grants is ${JSON.stringify(grants) ?? "missing"}, not an object.`)
      return verdict(strange && `grants.${strange[0]} is neither true nor false.`)
    },
  },
  {
    id: "hello.now",
    rule: "The handshake gives the host’s time as ISO 8601",
    async run({ hello: { now } }) {
      const valid = typeof now === "string" && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(now)
      return verdict(!(valid && Date.parse(now)) && `now is ${JSON.stringify(now) ?? "missing"}.`)
    },
  },
  {
    id: "hello.mismatch",
    rule: "Without a common version the handshake ends with 1101",
    async run({ wire }) {
      const reply = await wire.ask("bridge.hello", {
        versions: [9999],
        app: { id: "x", version: "0" },
        wants: {},
      })
      return verdict(errorCode(reply) !== 1101 && `There was ${replyText(reply)}.`)
    },
  },
]
