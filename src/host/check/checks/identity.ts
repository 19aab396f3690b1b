import { miniAppId } from "../../../contract/clientConfig.ts"
import { tokenPart } from "../../../contract/tokenPart.ts"
import type { Bench, Check } from "../check.ts"
import { fail, notRun, type Outcome, pass, verdict } from "../outcome.ts"
import { asObject, errorCode, type RawMessage, replyText } from "../rawWire.ts"

const longestLifeSeconds = 600

/** The host's word on who the citizen is. */
export const identityChecks: readonly Check[] = [
  {
    id: "identity.silent",
    rule: "A silent request gives a token, or 1002 where nobody is signed in",
    async run({ wire, hello }) {
      const reply = await wire.ask("identity.get", silent)
      const code = errorCode(reply)
      if (asObject(hello.identity).state === "out")
        return verdict(code !== 1002 && `Nobody is signed in, and there was ${replyText(reply)}.`)
      if ([1001, 1002, 1003].includes(Number(code))) return pass
      const { token, expiresAt } = asObject(reply?.result)
      if (typeof token !== "string" || !token) return fail(`There was ${replyText(reply)}, without a token.`)
      return verdict(!Date.parse(String(expiresAt)) && "expiresAt is not ISO 8601.")
    },
  },
  withToken("identity.jws", "The token is a JWS signed with ES256 or EdDSA", ({ token }) => {
    const [, , signature] = String(token).split(".")
    const { alg } = partOf(token, 0)
    if (!signature || !Object.keys(claimsOf(token)).length) return "It has not the three parts of a JWS."
    return alg !== "ES256" && alg !== "EdDSA" && `Its alg is ${JSON.stringify(alg)}.`
  }),
  withToken("identity.claims", "The token says what the contest needs to know", ({ token }) => {
    const { iss, aud, sub, jti, account, assurance, person } = claimsOf(token)
    if (aud !== miniAppId && !(Array.isArray(aud) && aud.includes(miniAppId)))
      return `aud must be ${miniAppId}.`
    for (const [name, value] of Object.entries({ iss, sub, jti, person }))
      if (typeof value !== "string" || !value) return `${name} is missing or no text.`
    if (account !== "hue-s" && account !== "vneid") return 'account must be "hue-s" or "vneid".'
    return assurance !== 1 && assurance !== 2 && "assurance must be 1 or 2."
  }),
  withToken("identity.pseudonym", "Neither sub nor person is a citizen’s number", ({ token }) => {
    const { sub, person } = claimsOf(token)
    return [sub, person].some((id) => /^\d{9}(\d{3})?$/.test(String(id))) && "It looks like one."
  }),
  withToken(
    "identity.life",
    "The token lives ten minutes at most, and expiresAt is its end",
    ({ token, expiresAt }) => {
      const { iat, exp } = claimsOf(token)
      const life = Number(exp) - Number(iat)
      if (!(life > 0 && life <= longestLifeSeconds)) return `It lives ${life} s.`
      return (
        Math.abs(Date.parse(String(expiresAt)) / 1000 - Number(exp)) > 1 &&
        "expiresAt is another time than exp."
      )
    },
  ),
  withToken("identity.epoch", "The token names the epoch of the handshake", ({ epoch }, { hello }) => {
    const known = asObject(hello.identity).epoch
    return (
      typeof known === "number" &&
      epoch !== known &&
      `The epoch was ${String(known)}, and now ${String(epoch)}.`
    )
  }),
  {
    id: "identity.audience",
    rule: "No token is given for another audience",
    async run({ wire }) {
      const reply = await wire.ask("identity.get", { ...silent, audience: "somebody-else" })
      return verdict(errorCode(reply) === undefined && `There was ${replyText(reply)}.`)
    },
  },
]

const silent = { audience: miniAppId, scope: ["name", "unit"], interactive: false }

/** A check of the token, where the host gives one. `look` gives what is wrong. */
function withToken(
  id: string,
  rule: string,
  look: (result: RawMessage, bench: Bench) => string | false,
): Check {
  return {
    id,
    rule,
    async run(bench): Promise<Outcome> {
      const reply = await bench.wire.ask("identity.get", silent)
      const result = asObject(reply?.result)
      if (typeof result.token !== "string") return notRun(`There was no token, but ${replyText(reply)}.`)
      // What is no JWS has no claims to look at; that is a rule of its own.
      if (id !== "identity.jws" && id !== "identity.epoch" && !Object.keys(claimsOf(result.token)).length)
        return notRun("The token cannot be read.")
      return verdict(look(result, bench))
    },
  }
}

function claimsOf(token: unknown): RawMessage {
  return partOf(token, 1)
}

/** A part that is no JSON in base64url has no members: the checks say what they miss. */
function partOf(token: unknown, place: 0 | 1): RawMessage {
  try {
    return asObject(tokenPart(String(token), place))
  } catch {
    return {}
  }
}
