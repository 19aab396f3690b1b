/** The payload of a signed token as it stands there, its signature unchecked. Throws where there is none. */
export function payloadOf(token: string): unknown {
  const [, payload = ""] = token.split(".")
  const bytes = atob(payload.replace(/-/g, "+").replace(/_/g, "/"))
  const utf8 = Uint8Array.from(bytes, (character) => character.charCodeAt(0))
  return JSON.parse(new TextDecoder().decode(utf8))
}
