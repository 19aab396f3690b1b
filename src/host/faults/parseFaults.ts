import { type Grant, grants } from "../../bridge/vocabulary.ts"
import type { Effect, FaultRule, Faults } from "./faultRule.ts"
import { isAnsweredByHost, methodNames } from "./methodNames.ts"

/** What is wrong with a rule. `rule` counts from 1; `at`: the part at fault, found at `column` (from 1) of the text. */
export type FaultMistake = { rule: number; column: number; at: string; message: string }
export type ParsedFaults = { ok: true; faults: Faults } | { ok: false; mistakes: FaultMistake[] }

type Complain = (at: string, message: string) => void

const longestLateMs = 600_000
const plainEffects = ["never", "twice", "reordered", "malformed", "null"] as const
const effectsInWords = `an error code, late:<ms>, late:<ms>..<ms>, ${plainEffects.join(", ")}, gone or gone:<ms>`

/**
 * Reads fault rules, separated by commas or white space:
 * `<method>[#<nth>][~<chance>]=<effect>`, such as `identity.get#2=1001`, `*~0.2=late:500..3000`, `app.back=never`;
 * `host=old`, `host=newer`; `grants=none`, `grants=store`, `grants=store+share`.
 * Where anything is wrong, gives every mistake with its place instead.
 */
export function parseFaults(text: string): ParsedFaults {
  const mistakes: FaultMistake[] = []
  const rules: FaultRule[] = []
  let host: Faults["host"] = null
  let granted: Faults["grants"] = null
  let count = 0
  for (const match of text.matchAll(/[^\s,]+/g)) {
    const source = match[0]
    const rule = ++count
    const complain: Complain = (at, message) => {
      const within = Math.max(0, source.indexOf(at))
      mistakes.push({ rule, column: match.index + within + 1, at, message })
    }
    const cut = source.indexOf("=")
    const [target, effect] = cut < 0 ? [source, ""] : [source.slice(0, cut), source.slice(cut + 1)]
    if (!effect) complain(source, "has no effect; write <method>=<effect>")
    else if (target === "host") {
      if (effect === "old" || effect === "newer") host = effect
      else complain(effect, "a host is old or newer")
    } else if (target === "grants") granted = readGrants(effect, complain) ?? granted
    else {
      const read = readRule(source, target, effect, complain)
      if (read) rules.push(read)
    }
  }
  return mistakes.length ? { ok: false, mistakes } : { ok: true, faults: { rules, host, grants: granted } }
}

/** A mistake as one sentence for a person. */
export function mistakeText({ rule, column, at, message }: FaultMistake): string {
  return `Rule ${rule}, column ${column}, "${at}": ${message}.`
}

function readGrants(effect: string, complain: Complain): readonly Grant[] | undefined {
  if (effect === "none") return []
  const names = effect.split("+")
  const strange = names.find((name) => !grants.includes(name as Grant))
  if (strange === undefined) return grants.filter((grant) => names.includes(grant))
  complain(strange || effect, `grants are none, or ${grants.join(" and ")} joined by +`)
  return undefined
}

function readRule(
  source: string,
  target: string,
  written: string,
  complain: Complain,
): FaultRule | undefined {
  const [, method = "", nthText, chanceText] = /^([^#~]*)(?:#([^~]*))?(?:~(.*))?$/.exec(target) ?? []
  if (method !== "*" && !methodNames.includes(method)) {
    complain(method || source, `no such method; there are ${methodNames.join(", ")} and *`)
    return undefined
  }
  const nth = nthText === undefined ? null : Number(nthText)
  if (nth !== null && !(Number.isInteger(nth) && nth >= 1)) {
    complain(`#${nthText}`, "the count of a call is a whole number from 1")
    return undefined
  }
  const chance = chanceText === undefined ? 1 : Number(chanceText || Number.NaN)
  if (!(chance >= 0 && chance <= 1)) {
    complain(`~${chanceText}`, "a chance is a number from 0 to 1")
    return undefined
  }
  const effect = readEffect(method, written, complain)
  return effect && { source, method, nth, chance, effect }
}

function readEffect(method: string, written: string, complain: Complain): Effect | undefined {
  const [name = "", time] = written.split(":", 2)
  const plain = plainEffects.find((effect) => effect === written)
  const answered = method === "*" || isAnsweredByHost(method)
  if (plain === "null" && !answered) return refuse(`${method} has no result of the host's`)
  if (plain) return { kind: plain }
  if (/^-?\d+$/.test(written))
    return answered ? { kind: "error", code: Number(written) } : refuse(`the host does not answer ${method}`)
  if (name === "late") {
    const [minMs = Number.NaN, maxMs = minMs] = (time ?? "").split("..").map(milliseconds)
    if (minMs <= maxMs) return { kind: "late", minMs, maxMs }
    return refuse(`late needs milliseconds up to ${longestLateMs}, such as late:3000 or late:500..3000`)
  }
  if (name === "gone") {
    const ms = time === undefined ? null : milliseconds(time)
    return Number.isNaN(ms) ? refuse("gone takes milliseconds, such as gone:3000") : { kind: "gone", ms }
  }
  return refuse(`no such effect; there are ${effectsInWords}`)

  function refuse(message: string): undefined {
    complain(written, message)
  }
}

function milliseconds(text: string): number {
  return /^\d+$/.test(text) && Number(text) <= longestLateMs ? Number(text) : Number.NaN
}
