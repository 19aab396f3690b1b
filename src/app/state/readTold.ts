import { type Told, toldId } from "../../contract/told.ts"

/**
 * What the service has written into the page; null where it has not (a page out of the worker's cache, a package, another
 * server). Trusted like the program that stands in the same page.
 */
export function readTold(page: Pick<Document, "getElementById">): Told | null {
  const text = page.getElementById(toldId)?.textContent
  return text ? (JSON.parse(text) as Told) : null
}
