import type { Bench, Check } from "../check.ts"
import { fail, notGranted, type Outcome, verdict } from "../outcome.ts"
import { asObject, errorCode, replyText } from "../rawWire.ts"

const key = "bridge-check"

/** The host's small store of strings. */
export const storeChecks: readonly Check[] = [
  stored("store.keeps", "A stored text comes back unchanged", async ({ wire }) => {
    const value = `Huế ${"e\u0302\u0301"} "\\ \u2028 🏆`
    await wire.ask("store.set", { key, value })
    const reply = await wire.ask("store.get", { key })
    return verdict(asObject(reply?.result).value !== value && `There was ${replyText(reply)}.`)
  }),
  stored("store.missing", "What was never stored is null", async ({ wire }) => {
    const reply = await wire.ask("store.get", { key: `${key}-never` })
    return verdict(asObject(reply?.result).value !== null && `There was ${replyText(reply)}.`)
  }),
  stored("store.removes", "Storing null removes", async ({ wire }) => {
    await wire.ask("store.set", { key, value: "x" })
    await wire.ask("store.set", { key, value: null })
    const reply = await wire.ask("store.get", { key })
    return verdict(typeof asObject(reply?.result).value === "string" && `There was ${replyText(reply)}.`)
  }),
  stored("store.limit", "More than 32 KiB is refused with 1203", async ({ wire }) => {
    const reply = await wire.ask("store.set", { key, value: "x".repeat(32_769) })
    await wire.ask("store.set", { key, value: null })
    return errorCode(reply) === 1203 ? verdict(undefined) : fail(`There was ${replyText(reply)}.`)
  }),
]

function stored(id: string, rule: string, run: (bench: Bench) => Promise<Outcome>): Check {
  return { id, rule, run: async (bench) => (bench.grants("store") ? run(bench) : notGranted) }
}
