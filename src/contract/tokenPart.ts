/**
 * A part of a signed token as it stands there, the signature unchecked. Throws where it is no JSON in base64url.
 * @param place 0: the header, 1: the payload
 */
export function tokenPart(token: string, place: 0 | 1): unknown {
  const part = token.split(".")[place] ?? ""
  const bytes = atob(part.replace(/-/g, "+").replace(/_/g, "/"))
  const utf8 = Uint8Array.from(bytes, (character) => character.charCodeAt(0))
  return JSON.parse(new TextDecoder().decode(utf8))
}
