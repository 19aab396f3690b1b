import { failure } from "../failure.ts"
import { byteLength } from "../message.ts"
import { text, type Unread } from "../read.ts"
import type { Answer } from "../vocabulary.ts"

/** What all names and values of one mini-app may take together, in UTF-8 bytes. */
export const storeLimitBytes = 32_768

/** Where the host keeps the strings of one mini-app and one citizen; a `Map` will do. */
export type StoreBacking = Pick<Map<string, string>, "get" | "set" | "delete" | "entries">

const invalidParams = -32602

/** Answers `store.get {key}` with `{value}`: the string, or null where there is none. */
export function answerStoreGet(backing: StoreBacking, params: Unread): Answer<unknown> {
  const key = text(params.key)
  if (key === undefined) return failure("HOST_FAULT", invalidParams)
  return { ok: true, value: { value: backing.get(key) ?? null } }
}

/** Answers `store.set {key, value}` with `{}`; null removes. TOO_LARGE: over 32 KiB with it, and nothing changed. */
export function answerStoreSet(backing: StoreBacking, params: Unread): Answer<unknown> {
  const key = text(params.key)
  const value = params.value === null ? null : text(params.value)
  if (key === undefined || value === undefined) return failure("HOST_FAULT", invalidParams)
  if (value === null) backing.delete(key)
  else {
    let bytes = byteLength(key) + byteLength(value)
    for (const [name, kept] of backing.entries())
      if (name !== key) bytes += byteLength(name) + byteLength(kept)
    if (bytes > storeLimitBytes) return failure("TOO_LARGE")
    backing.set(key, value)
  }
  return { ok: true, value: {} }
}
