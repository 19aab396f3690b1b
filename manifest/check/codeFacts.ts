import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { splashMs } from "../../src/bridge/hostKit/serveMiniApp.ts"
import { storeLimitBytes } from "../../src/bridge/hostKit/store.ts"
import * as methods from "../../src/bridge/methods.ts"
import { maxMessageBytes, protocolVersions } from "../../src/bridge/vocabulary.ts"
import { ticketAfterlifeDays } from "../../src/contest/calendar.ts"
import { miniAppId } from "../../src/contract/clientConfig.ts"
import { maxEntryBytes } from "../../src/contract/entry.ts"
import { keptDays } from "../../src/outbox/retention.ts"
import { claimsSchema, identityAlgorithms, maxLifeSeconds } from "../../src/service/identity/identity.ts"
import { packageVersion } from "../generate/version.ts"

const source = fileURLToPath(new URL("../../src/", import.meta.url))

/** What the code does, for comparison with what the manifests say. */
export type CodeFacts = ReturnType<typeof codeFacts>

/** Reads the facts out of the code: from its constants where it has them, else from its text. */
export function codeFacts() {
  const { required, optional } = claimsOfService()
  const [interactiveMs, interactiveSilenceMs = 0] = methods.interactiveLimits
  return {
    version: packageVersion(),
    appId: miniAppId,
    protocolVersions: [...protocolVersions] as number[],
    algorithms: [...identityAlgorithms] as string[],
    maxLifeSeconds,
    claims: { required, optional },
    scope: listsNamed("scope", "app"),
    wants: listsNamed("wants", ""),
    times: {
      detectionMs: methods.detectionMs,
      helloMs: methods.helloLimits[0],
      helloAttempts: methods.helloAttempts,
      callMs: methods.shortLimits[0],
      silentIdentityMs: methods.silentLimits[0],
      interactiveMs,
      interactiveSilenceMs,
      backMs: methods.backLimits[0],
      splashMs,
    } as Record<string, number>,
    limits: {
      messageBytes: maxMessageBytes,
      hostStoreBytes: storeLimitBytes,
      entryBytes: maxEntryBytes,
      ticketDaysAfterGrace: ticketAfterlifeDays,
      receiptDaysAfterPublication: keptDays,
    } as Record<string, number>,
  }
}

/** The claims about a citizen that the service reads; `iat` and `exp` are about the token. */
function claimsOfService() {
  const about = Object.entries(claimsSchema.entries).filter(([name]) => name !== "iat" && name !== "exp")
  const named = (isOptional: boolean) =>
    about.filter(([, rule]) => (rule.type === "optional") === isOptional).map(([name]) => name)
  return { required: named(false), optional: named(true) }
}

/**
 * The texts in every list `name: ["…", …]` that stands in the app's code: in all files below a folder of src, or, for
 * "", in those of src itself.
 */
function listsNamed(name: string, folder: string): string[] {
  const files = readdirSync(source + folder, { recursive: folder !== "", encoding: "utf8" })
  const found = new Set<string>()
  for (const file of files.filter((one) => /\.tsx?$/.test(one))) {
    const text = readFileSync(`${source}${folder}/${file}`, "utf8")
    for (const [, list = ""] of text.matchAll(new RegExp(`\\b${name}: \\[([^\\]]*)\\]`, "g")))
      for (const [, item = ""] of list.matchAll(/"([^"]+)"/g)) found.add(item)
  }
  return [...found].sort()
}
