import { tokenPart } from "../../contract/tokenPart.ts"

/** The payload of a JWS in compact form, unverified; null where it cannot be read. */
export function payloadOf(token: string): Record<string, unknown> | null {
  try {
    const payload = tokenPart(token, 1)
    return payload !== null && typeof payload === "object" ? { ...payload } : null
  } catch {
    // No JWS, or one whose payload is no JSON, such as an encrypted one.
    return null
  }
}

/** The same claims under the algorithm "none". */
export function unsignedToken(token: string): string {
  return [encoded({ alg: "none", typ: "JWT" }), token.split(".")[1], ""].join(".")
}

/** Other claims over the old signature. */
export function changedToken(token: string, claims: Record<string, unknown>): string {
  const [header, , signature] = token.split(".")
  return [header, encoded({ ...payloadOf(token), ...claims }), signature].join(".")
}

/** All that can be read of a token without a key. */
export function readableText(token: string): string {
  return token.split(".").map(decoded).join("\n")
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
const decoded = (part: string) => Buffer.from(part, "base64url").toString()
