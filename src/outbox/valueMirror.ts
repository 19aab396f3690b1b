import type { Mirror } from "./mirror.ts"
import { readRow } from "./readRow.ts"

/** One text kept elsewhere, such as under a key of the host's store. Both calls reject when that fails. */
export type KeptText = { get(): Promise<string | null>; set(text: string): Promise<void> }

/** The mirror in one text, a JSON list of copies: for the host's store, which cannot list its keys. */
export function valueMirror(kept: KeptText): Mirror {
  let last: Promise<unknown> = Promise.resolve()

  /** One after another, or two changes of the one text would overwrite each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work)
    last = turn
    return turn
  }

  async function change(edit: (copies: unknown[]) => unknown[]): Promise<void> {
    const text = JSON.stringify(edit(listIn(await kept.get())))
    await kept.set(text)
    if ((await kept.get()) !== text) throw new Error("copy not read back")
  }

  return {
    read: () => inTurn(async () => listIn(await kept.get()).flatMap((copy) => readRow(copy) ?? [])),
    write: (copy) =>
      inTurn(() => change((copies) => [...copies.filter((other) => idOf(other) !== copy.rowId), copy])),
    remove: (rowIds) =>
      inTurn(() => change((copies) => copies.filter((copy) => !rowIds.includes(idOf(copy) ?? "")))),
  }
}

/** The copies as they stand, those of a newer program among them: they are kept, though not understood. */
function listIn(text: string | null): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]")
    return Array.isArray(list) ? list : []
  } catch {
    // Not ours, or cut off: nothing can be restored from it.
    return []
  }
}

function idOf(copy: unknown): string | null {
  return copy !== null && typeof copy === "object" && "rowId" in copy && typeof copy.rowId === "string"
    ? copy.rowId
    : null
}
