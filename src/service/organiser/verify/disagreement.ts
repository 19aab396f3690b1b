/** The first thing in published data that does not agree. `where` names the place, `what` both sides. */
export class Disagreement extends Error {
  constructor(
    readonly where: string,
    readonly what: string,
  ) {
    super(`${where}: ${what}`)
  }
}

/** Throws a Disagreement where two values are not the same. */
export function mustAgree(where: string, published: unknown, recomputed: unknown): void {
  if (published !== recomputed)
    throw new Disagreement(where, `published ${show(published)}, recomputed ${show(recomputed)}`)
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value)
}
