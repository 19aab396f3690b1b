import type { CodeFacts } from "./codeFacts.ts"
import { type CrossCheck, type Delivery, differ, scriptsOf } from "./delivery.ts"

const sorted = (items: readonly string[]) => [...items].sort()
const numbersDiffer = (declared: Record<string, unknown>, real: Record<string, number>) =>
  Object.entries(real).flatMap(([name, value]) => differ(name, declared[name], value))

/** What the manifests say of the code, beside what the code does. */
export const codeChecks: readonly CrossCheck<CodeFacts>[] = [
  {
    claim: "the version is package.json's",
    faults: ({ integration }, code) => differ("version", integration.app.version, code.version),
  },
  {
    claim: "the id is the one that the page asks tokens for",
    faults: ({ integration }, code) => differ("id", integration.app.id, code.appId),
  },
  {
    claim: "every bridge method in the scripts is declared",
    faults({ integration: { bridge }, files }, code) {
      const required = Object.values(bridge.required).flat()
      const optional = bridge.optional.flatMap(({ requests }) => [...requests])
      const declared = new Set<string>([...required, ...optional])
      const used = bridgeWordsIn(files)
      return [
        ...differ("versions", bridge.versions, code.protocolVersions),
        ...(used.length > 0 ? [] : ["no script speaks to a host"]),
        ...used.filter((word) => !declared.has(word)).map((word) => `${word} is not declared`),
      ]
    },
  },
  {
    claim: "what the page wishes for is what is declared as optional",
    faults: ({ integration }, code) =>
      differ("grants", sorted(integration.bridge.optional.map(({ grant }) => grant)), code.wants),
  },
  {
    claim: "claims asked for and read are the declared ones",
    faults({ integration: { identity } }, code) {
      const named = (isRequired: boolean) =>
        sorted(identity.claims.filter(({ required }) => required === isRequired).map(({ name }) => name))
      return [
        ...differ("scope", sorted(identity.scope), code.scope),
        ...differ("required claims", named(true), sorted(code.claims.required)),
        ...differ("optional claims", named(false), sorted(code.claims.optional)),
        ...differ("algorithms", sorted(identity.algorithms), sorted(code.algorithms)),
        ...differ("maxLifeSeconds", identity.maxLifeSeconds, code.maxLifeSeconds),
      ]
    },
  },
  {
    claim: "times and limits are the code's",
    faults: ({ integration: { lifecycle, offline, bridge } }, code) => [
      ...numbersDiffer(lifecycle, code.times),
      ...numbersDiffer({ ...offline, messageBytes: bridge.messageBytes }, code.limits),
    ],
  },
]

/** Names of bridge methods that stand as texts in the scripts. */
function bridgeWordsIn(files: Delivery["files"]): string[] {
  const word = /["'`]((?:bridge|identity|ui|nav|store|share|app|host)\.[a-z]+|\$\/[a-z]+)["'`]/gi
  return [
    ...new Set(scriptsOf(files).flatMap((script) => [...script.matchAll(word)].map(([, name = ""]) => name))),
  ].sort()
}
