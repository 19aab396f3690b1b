import { CompactEncrypt, generateKeyPair, generateSecret, SignJWT } from "jose"
import { miniAppId } from "../../src/contract/clientConfig.ts"
import { demoIssuerName } from "../../src/service/demo/demoIssuer.ts"
import type { TestService } from "../service/testService.ts"

/** A way to make a token that no host ever signed like this. `now`: seconds. */
export type Forgery = [kind: string, forge: (the: TestService, now: number) => Promise<string>]

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

async function partsOf(the: TestService): Promise<[string, string, string]> {
  const [header = "", payload = "", signature = ""] = (await the.token("hoa")).split(".")
  return [header, payload, signature]
}

/** Under another header: the payload and the signature of a good token. */
const underHeader =
  (header: Record<string, unknown>): Forgery[1] =>
  async (the) => {
    const [, payload, signature] = await partsOf(the)
    return [base64url(header), payload, signature].join(".")
  }

/** Signed by the real issuer, with claims that it would not sign. */
const claiming =
  (claims: (now: number) => Record<string, unknown>): Forgery[1] =>
  (the, now) =>
    the.token("hoa", claims(now))

async function signedElsewhere(header: Record<string, unknown>, now: number): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true })
  const jwk = await crypto.subtle.exportKey("jwk", publicKey)
  return new SignJWT({ account: "vneid", assurance: 2, person: "hoa", sub: "x", jti: "1" })
    .setProtectedHeader({ alg: "ES256", kid: "demo-1", ...("jwk" in header ? { ...header, jwk } : header) })
    .setIssuer(demoIssuerName)
    .setAudience(miniAppId)
    .setIssuedAt(now)
    .setExpirationTime(now + 300)
    .sign(privateKey)
}

/** Kinds beyond those of tests/service/identity.test.ts. */
export const forgeries: readonly Forgery[] = [
  ["alg none in capitals", underHeader({ alg: "NONE", kid: "demo-1" })],
  ["alg None in mixed case", underHeader({ alg: "nOnE" })],
  ["alg missing", underHeader({ typ: "JWT", kid: "demo-1" })],
  ["alg a list", underHeader({ alg: ["ES256"], kid: "demo-1" })],
  ["alg of another curve", underHeader({ alg: "ES384", kid: "demo-1" })],
  ["another key's id", underHeader({ alg: "ES256", kid: "demo-2" })],
  ["a key id that is a path", underHeader({ alg: "ES256", kid: "../../etc/passwd" })],
  ["a key id that is SQL", underHeader({ alg: "ES256", kid: "' or 1=1 --" })],
  ["a critical extension", underHeader({ alg: "ES256", kid: "demo-1", crit: ["exp"], exp: 1 })],
  [
    "an unencoded payload (b64 false)",
    underHeader({ alg: "ES256", kid: "demo-1", b64: false, crit: ["b64"] }),
  ],
  ["its own key in the header", (_, now) => signedElsewhere({ jwk: true }, now)],
  ["its own key by URL", (_, now) => signedElsewhere({ jku: "http://127.0.0.1:1/keys" }, now)],
  ["its own certificate by URL", (_, now) => signedElsewhere({ x5u: "http://127.0.0.1:1/cert" }, now)],
  ["a ticket's type", (_, now) => signedElsewhere({ typ: "ticket+jwt" }, now)],
  [
    "the signature of another good token",
    async (the) => {
      const [header, payload] = await partsOf(the)
      const [, , signature] = (await the.token("minh")).split(".")
      return [header, payload, signature].join(".")
    },
  ],
  [
    "a signature of zeros",
    async (the) => {
      const [header, payload] = await partsOf(the)
      return [header, payload, Buffer.alloc(64).toString("base64url")].join(".")
    },
  ],
  [
    "a signature in DER",
    async (the) => {
      const [header, payload, signature] = await partsOf(the)
      const raw = Buffer.from(signature, "base64url")
      const der = Buffer.concat([
        Buffer.from([0x30, 68, 2, 32]),
        raw.subarray(0, 32),
        Buffer.from([2, 32]),
        raw.subarray(32),
      ])
      return [header, payload, der.toString("base64url")].join(".")
    },
  ],
  ["no signature part", async (the) => (await partsOf(the)).slice(0, 2).join(".")],
  ["a fourth part", async (the) => `${(await partsOf(the)).join(".")}.x`],
  ["an empty payload", async (the) => [(await partsOf(the))[0], "", (await partsOf(the))[2]].join(".")],
  ["a payload that is a list", async (the) => [(await partsOf(the))[0], base64url([]), "AAAA"].join(".")],
  ["only dots", async () => ".."],
  ["a hundred thousand letters", async () => "a".repeat(100_000)],
  [
    "encryption instead of a signature",
    async () => {
      const key = await generateSecret("A256GCM")
      return new CompactEncrypt(new TextEncoder().encode("{}"))
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .encrypt(key)
    },
  ],
  ["several audiences, none of them ours", claiming(() => ({ aud: ["a", "b"] }))],
  ["an audience in capitals", claiming(() => ({ aud: miniAppId.toUpperCase() }))],
  ["an issuer with a slash more", claiming(() => ({ iss: `${demoIssuerName}/` }))],
  ["an expiry that is text", claiming((now) => ({ exp: String(now + 300) }))],
  ["an expiry before its issue", claiming((now) => ({ iat: now, exp: now - 60 }))],
  ["not valid before tomorrow", claiming((now) => ({ nbf: now + 86_400 }))],
  ["an empty subject", claiming(() => ({ sub: "" }))],
  ["a subject of a thousand letters", claiming(() => ({ sub: "x".repeat(1000) }))],
  ["an empty person", claiming(() => ({ person: "" }))],
  ["an assurance that is text", claiming(() => ({ assurance: "2" }))],
  ["a name that is an object", claiming(() => ({ name: { toString: "x" } }))],
  ["a unit of a thousand letters", claiming(() => ({ unit: "x".repeat(1000) }))],
]
