/** As much of a window as holds what an app has stored on the phone. */
export type StorageWindow = Pick<Window, "localStorage" | "sessionStorage" | "indexedDB" | "caches">

/**
 * Empties what the pages of this origin have stored: a phone that has never seen the app. Databases that a page still
 * has open go when it closes.
 */
export async function forgetPhone({
  localStorage,
  sessionStorage,
  indexedDB,
  caches,
}: StorageWindow): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  // The worker's own files stay: they are the app, not what the citizen did with it.
  for (const name of await caches.keys()) if (!/precache/.test(name)) await caches.delete(name)
}
