import { grants, protocolVersions } from "../../../bridge/vocabulary.ts"
import { miniAppId } from "../../../contract/clientConfig.ts"
import type { Check } from "../check.ts"
import { fail, notRun, pass, verdict } from "../outcome.ts"
import { asObject, errorCode, replyText } from "../rawWire.ts"

/** What the app says first. */
export const greeting = {
  versions: protocolVersions,
  app: { id: miniAppId, version: "bridge-check" },
  wants: Object.fromEntries(grants.map((grant) => [grant, true])),
}

/** Which pages the host speaks to. `randomId`: 128 random bits in hex. */
export function pageChecks(randomId: () => string): readonly Check[] {
  return [
    {
      id: "pages.again",
      rule: "A page that was loaded anew is greeted again, unknown members and all",
      async run({ wire }) {
        wire.renew(randomId())
        const reply = await wire.ask("bridge.hello", { ...greeting, colour: "purple" })
        return verdict(asObject(reply?.result).version !== 1 && `There was ${replyText(reply)}.`)
      },
    },
    {
      id: "pages.stale",
      rule: "A call in the name of an earlier page is refused with 1103, or not answered",
      async run({ wire }) {
        const earlier = wire.session
        wire.renew(randomId())
        const hello = await wire.ask("bridge.hello", greeting)
        if (!hello?.result) return notRun("The host greets no second page.")
        const reply = await wire.ask("bridge.echo", { text: "x" }, { id: `${earlier}-999`, ms: staleMs })
        if (!reply || errorCode(reply) === 1103) return pass
        return fail(`There was ${replyText(reply)}.`)
      },
    },
    {
      id: "pages.child",
      rule: "A page inside of the app’s page is not answered",
      async run({ childFrame }) {
        const answer = await childFrame()
        if (answer === "unavoidable")
          return notRun("This way reaches every frame; the app loads no frame of anybody else.")
        return verdict(answer === "answered" && "The host answered it.")
      },
    },
  ]
}

const staleMs = 1000
