const quietMs = 80

/** Resolves once nothing under `root` has changed for a moment: what was under way has been drawn. */
export function settle(root: Node): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect()
      resolve()
    }
    let timer = setTimeout(done, quietMs)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(done, quietMs)
    })
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

/** What `find` gives as soon as it gives something; null when it has found nothing under `root` after `patienceMs`. */
export function comes<T>(root: Node, find: () => T | undefined, patienceMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const look = (last: boolean) => {
      const found = find()
      if (found === undefined && !last) return
      observer.disconnect()
      clearTimeout(timer)
      resolve(found ?? null)
    }
    const observer = new MutationObserver(() => look(false))
    const timer = setTimeout(() => look(true), patienceMs)
    observer.observe(root, { subtree: true, childList: true, characterData: true })
    look(false)
  })
}
