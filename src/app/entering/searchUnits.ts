import type { Unit } from "../../contest/vocabulary.ts"

/** A name without marks, case and đ, so that "phuong vy da" finds "Phường Vỹ Dạ". */
export function plainLetters(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").trim()
}

/** The units whose name holds every word of the query; those that begin with it come first. Empty query: none. */
export function searchUnits<U extends Pick<Unit, "name">>(units: readonly U[], query: string): U[] {
  const wanted = plainLetters(query)
  if (wanted === "") return []
  const words = wanted.split(/\s+/)
  const found = units
    .map((unit) => ({ unit, name: plainLetters(unit.name) }))
    .filter(({ name }) => words.every((word) => name.includes(word)))
  return [
    ...found.filter(({ name }) => name.includes(wanted)),
    ...found.filter(({ name }) => !name.includes(wanted)),
  ].map(({ unit }) => unit)
}
