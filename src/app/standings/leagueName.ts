import { unitKinds } from "../../contest/vocabulary.ts"
import type { League } from "./bars.ts"
import type { StandingsWords } from "./viStandings.ts"

/** A league's name by the kinds of units in it: "Cơ quan · Địa phương", or "Tất cả đơn vị" when none is left out. */
export function leagueName({ kinds }: Pick<League, "kinds">, words: StandingsWords): string {
  if (unitKinds.every((kind) => kinds.includes(kind))) return words.allKinds
  return kinds.map((kind) => words.kinds[kind]).join(" · ")
}
