const quietMs = 80

/** Resolves once nothing of `page` has changed for a few frames and a moment: what was under way has been drawn. */
export async function settle(page: Document): Promise<void> {
  let changes = 0
  const observer = new MutationObserver(() => {
    changes += 1
  })
  observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true })
  for (let seen = -1; seen !== changes; ) {
    seen = changes
    await twoFrames()
    await new Promise((resolve) => setTimeout(resolve, quietMs))
  }
  observer.disconnect()
}

/** Effects run after a frame, however long that takes. A hidden page has no frames. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    setTimeout(resolve, 1000)
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
