/** What kind of web view a Chromium is made to look like. */
export type Flavour = { kind: "chromium" | "android" | "ios"; locks: boolean }

// Android WebView: `sync` is there and rejects, storage is never made persistent.
const android = `
  if (self.SyncManager) SyncManager.prototype.register = () => Promise.reject(new DOMException("Permission denied.", "NotAllowedError"));
  if (self.StorageManager) StorageManager.prototype.persist = () => Promise.resolve(false);
`
const withoutLocks = `delete (self.Navigator ?? self.WorkerNavigator).prototype.locks;`
// iOS WKWebView: no worker, and after a cold start the first open of IndexedDB fails.
const ios = `
  delete Navigator.prototype.serviceWorker;
  const open = IDBFactory.prototype.open;
  let isFirst = true;
  IDBFactory.prototype.open = function (...given) {
    if (!isFirst) return open.apply(this, given);
    isFirst = false;
    throw new DOMException("Connection to Indexed Database server lost.", "UnknownError");
  };
`

/** Half of the phones have no worker, a third no Web Locks. */
export function flavourOf(phone: number): Flavour {
  const kind = phone % 2 === 1 ? "ios" : phone % 4 === 0 ? "android" : "chromium"
  return { kind, locks: phone % 3 !== 0 }
}

/** What runs before anything else, in pages and at the head of the worker. */
export function stubsOf({ kind, locks }: Flavour, where: "page" | "worker"): string {
  const own = kind === "android" ? android : kind === "ios" && where === "page" ? ios : ""
  return `${own}${locks ? "" : withoutLocks}\n`
}
