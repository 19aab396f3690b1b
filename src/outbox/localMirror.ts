import type { Mirror } from "./mirror.ts"
import { readRow } from "./readRow.ts"

type KeyValues = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

/**
 * The mirror in localStorage, one key a row. `storage` is asked at each call, because merely reaching for
 * `window.localStorage` throws where storage is forbidden.
 */
export function localMirror(storage: () => KeyValues, prefix = "hoi-thi:outbox:"): Mirror {
  return {
    async read() {
      const values = storage()
      const keys = Array.from({ length: values.length }, (_, index) => values.key(index) ?? "")
      return keys
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => readRow(parse(values.getItem(key))) ?? [])
    },
    async write(copy) {
      const text = JSON.stringify(copy)
      storage().setItem(prefix + copy.rowId, text)
      if (storage().getItem(prefix + copy.rowId) !== text) throw new Error("copy not read back")
    },
    async remove(rowIds) {
      for (const rowId of rowIds) storage().removeItem(prefix + rowId)
    },
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null")
  } catch {
    // Not written by us, or cut off: no copy.
    return null
  }
}
