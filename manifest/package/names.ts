/** What may be in a package, by the ends of names. */
const kinds = /\.(json|js|css|html|png|svg)$/

/**
 * Why these cannot be the names of a package's files, or null. Every name is a plain relative path in ASCII, so that no
 * system writes it outside of its folder or folds two into one; W3C MiniApp Packaging forbids less.
 */
export function namesFault(paths: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const path of paths) {
    const shown = JSON.stringify(path)
    if (path.length > 255) return `a name of ${path.length} letters`
    if (!/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*)*$/.test(path))
      return `${shown} is no plain path`
    if (!kinds.test(path)) return `${shown} is of no kind that belongs here`
    const folded = path.toLowerCase()
    if (seen.has(folded)) return `${shown} is there twice`
    seen.add(folded)
  }
  const folders = paths.map((path) => path.toLowerCase())
  const both = folders.find((path) => folders.some((other) => other.startsWith(`${path}/`)))
  return both === undefined ? null : `${JSON.stringify(both)} is a file and a folder`
}
