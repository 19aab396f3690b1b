import type { App } from "../createApp.ts"
import type { EnteringWords } from "../words/viEntering.ts"

/** What is known of an entrant's unit and division before anything is asked. */
export type KnownPlace = {
  /** From an earlier week (frozen) or the host's claim; null: the entrant chooses. */
  unit: { id: string; name: string; from: "host" | "earlier" } | null
  /** Whether the division follows from nothing and has to be declared. */
  asksDivision(unit: string | null): boolean
  unitFault(words: EnteringWords["entrant"]): string
}

/** Reads signals: re-runs where it is used. */
export function knownPlace(app: App): KnownPlace {
  const view = app.contest.view.value
  const claims = app.session.claims.value
  const nameOf = (id: string) => view?.units.find((unit) => unit.id === id)?.name ?? null
  const earlier = app.entries.receipts()[0]
  const place = (id: string | null | undefined, from: "host" | "earlier") => {
    const name = id ? nameOf(id) : null
    return id && name !== null ? { id, name, from } : null
  }
  return {
    unit: place(earlier?.unit, "earlier") ?? place(claims?.unit, "host"),
    asksDivision(unit) {
      const divisions = view?.divisions ?? []
      if (divisions.length < 2 || claims?.division || earlier) return false
      const kind = view?.units.find(({ id }) => id === unit)?.kind
      return !divisions.some(({ who }) => kind !== undefined && who?.unitKinds?.includes(kind))
    },
    unitFault: (words) => (view?.eligibility.unitRequired ? words.unitRequired : words.unitMissing),
  }
}
