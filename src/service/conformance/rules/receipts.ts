import { compactVerify, createLocalJWKSet } from "jose"
import * as v from "valibot"
import { canonicalJson } from "../../../contract/canonicalJson.ts"
import { readEntryCode } from "../../../contract/entryCode.ts"
import { entryHash } from "../../../contract/hash.ts"
import { routes } from "../../../contract/routes.ts"
import { bodyOf } from "../expect.ts"
import type { Probe } from "../probe.ts"
import type { Rule } from "../rule.ts"

const keySet = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) })
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "k"]

/** Why a JWS is not over exactly this value under the service's public keys; null where it is. */
export async function signatureFault(
  { call }: Probe,
  signature: string,
  signed: unknown,
): Promise<string | null> {
  const keys = bodyOf(keySet, await call("GET", routes.keys()))
  try {
    const { payload, protectedHeader } = await compactVerify(signature, createLocalJWKSet(keys), {
      algorithms: ["ES256"],
    })
    if (new TextDecoder().decode(payload) === canonicalJson(signed)) return null
    return `the signature (${protectedHeader.alg}) is over another text`
  } catch (error) {
    // jose says why a signature does not verify.
    return `the signature does not verify: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** What a receipt says and is signed with. */
export const receiptRules: readonly Rule[] = [
  {
    id: "receipt-content",
    says: "The first entry gets 201 and a receipt of its contest, round, division and prediction",
    source: "PUT …/entry: 201 receipt",
    stage: "open",
    async *faults({ first, contest, round, division }) {
      const { receipt, body } = await first()
      const expected = {
        contest: contest.id,
        round: round.number,
        division,
        prediction: body.prediction,
        late: false,
      }
      for (const [name, value] of Object.entries(expected)) {
        const said = receipt[name as keyof typeof expected]
        if (said !== value) yield `${name} is ${said}, not ${value}`
      }
    },
  },
  {
    id: "receipt-hash",
    says: "entryHash is the SHA-256 of the canonical JSON of the body without answeredAt",
    source: "Entry body: entryHash (RFC 8785)",
    stage: "open",
    async *faults({ first }) {
      const { receipt, body } = await first()
      const hash = await entryHash(body)
      if (receipt.entryHash !== hash) yield `${receipt.entryHash}, not ${hash}`
    },
  },
  {
    id: "receipt-code",
    says: "The code has the contest's letters, the round, and a check character that is right",
    source: "Receipt: code",
    stage: "open",
    async *faults({ first, contest, round }) {
      const { code } = (await first()).receipt
      if (readEntryCode(code) !== code) yield `${code}: its check character is wrong`
      if (!code.startsWith(`${contest.codePrefix}${round.number}-`))
        yield `${code} does not start with prefix and round`
    },
  },
  {
    id: "receipt-time",
    says: "receivedAt is the service's time of arrival in whole seconds",
    source: "receivedAt = the service's clock",
    stage: "open",
    async *faults({ first }) {
      const { receipt, answer } = await first()
      const receivedAt = Date.parse(receipt.receivedAt)
      const date = Date.parse(answer.headers.get("date") ?? "")
      if (receivedAt % 1000 !== 0) yield `${receipt.receivedAt} is finer than a second`
      if (date < receivedAt || date - receivedAt > 30_000)
        yield `${receipt.receivedAt}, but Date ${answer.headers.get("date")}`
    },
  },
  {
    id: "receipt-signature",
    says: "The receipt's signature verifies with the public keys and is over all its other members",
    source: "Receipt: signature is a JWS (ES256) whose payload is the canonical JSON of the rest",
    stage: "open",
    async *faults(probe) {
      const { signature, ...rest } = (await probe.first()).receipt
      const fault = await signatureFault(probe, signature, rest)
      if (fault !== null) yield fault
    },
  },
  {
    id: "keys-public",
    says: "The keys are P-256 keys with ids, and without private members",
    source: "GET /keys: JWKS of receipt keys",
    stage: "open",
    async *faults({ call }) {
      const { keys } = bodyOf(keySet, await call("GET", routes.keys()))
      if (keys.length === 0) yield "there are none"
      for (const key of keys) {
        const secrets = privateMembers.filter((name) => name in key)
        if (secrets.length > 0) yield `private members: ${secrets.join(", ")}`
        if (key.kty !== "EC" || key.crv !== "P-256" || typeof key.kid !== "string")
          yield `kty ${key.kty}, crv ${key.crv}, kid ${key.kid}`
      }
    },
  },
]
