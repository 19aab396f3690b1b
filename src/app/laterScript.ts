/** How often a script did not come, by its address. */
const missed = new Map<string, number>()

/**
 * Fetches a later script; the build puts this around every `import(…)` of one, and around what such a script imports at its
 * head. A lost request is made once more at once. Browsers older than 2026 remember that an import has failed and fail it
 * again, network or not, until the page is reloaded (whatwg/html#10327). So what was missed is asked for under another
 * address each time: the same file, which takes no notice of a query.
 * @param address as in `import(…)`, from the script that asks
 * @param load is that script's `import(…)`
 */
export async function laterScript<M>(
  address: string,
  load: (address: string) => Promise<M>,
  tries = 2,
): Promise<M> {
  const misses = missed.get(address) ?? 0
  try {
    return await load(misses ? `${address}?${misses}` : address)
  } catch (reason) {
    missed.set(address, misses + 1)
    if (tries > 1) return laterScript(address, load, tries - 1)
    throw reason
  }
}
