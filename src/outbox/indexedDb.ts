/** The outcome of a request; rejects with its error. */
export function outcomeOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/**
 * A transaction that writes to one object store, with what it resolves with: `done` once everything is on the disk,
 * which browsers are asked for by `durability`; it rejects when any request failed or the transaction was given up, and
 * then nothing of it is stored.
 */
export function beginWriting(db: IDBDatabase, name: string): { store: IDBObjectStore; done: Promise<void> } {
  const transaction = db.transaction(name, "readwrite", { durability: "strict" })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = transaction.onabort = ({ target }) =>
      reject((target as IDBRequest | IDBTransaction).error ?? new Error("the transaction was given up"))
  })
  // Every caller awaits it; one that fails before must not leave it as an unhandled rejection.
  done.catch(() => {})
  return { store: transaction.objectStore(name), done }
}

/**
 * Opens a database, after `upgrade` from the layout that it has (0: new). Without a `version`: as it is. `lost` is called
 * when the connection must be closed for a newer program, or the browser closed it.
 */
export async function openDatabase(
  name: string,
  version: number | undefined,
  upgrade: (db: IDBDatabase, from: number) => void,
  lost: () => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion)
  const db = await outcomeOf(request)
  db.onversionchange = db.onclose = lost
  return db
}
