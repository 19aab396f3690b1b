import { type Unit, type UnitKind, unitKinds } from "../../contest/vocabulary.ts"
import { type FileFault, readTable } from "./table.ts"

/** Reads a list of units. Columns: id, name, kind, headcount (whole number or empty), parent (id of a unit or empty). */
export async function readUnits(
  file: string,
  bytes: Uint8Array,
): Promise<{ units: Unit[]; faults: FileFault[] }> {
  const { rows, faults } = await readTable(file, bytes, ["id", "name", "kind"], ["headcount", "parent"])
  const ids = new Set(rows.map(({ cells }) => cells.id))
  const seen = new Set<string>()
  const units = rows.flatMap(({ row, cells }): Unit[] => {
    const before = faults.length
    const fault = (column: string, message: string) => faults.push({ file, row, column, message })
    const { id = "", name = "", kind = "", headcount = "", parent = "" } = cells
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
      fault("id", "must be an id: a-z, 0-9 and -, at most 64 characters")
    if (seen.has(id)) fault("id", `"${id}" stands twice`)
    seen.add(id)
    if (name === "") fault("name", "must not be empty")
    if (!isKind(kind)) fault("kind", `must be one of ${unitKinds.join(", ")}`)
    if (!/^\d{0,8}$/.test(headcount)) fault("headcount", "must be a whole number, or empty")
    if (parent !== "" && !ids.has(parent)) fault("parent", `there is no unit "${parent}"`)
    if (parent !== "" && parent === id) fault("parent", "a unit cannot belong to itself")
    if (faults.length > before || !isKind(kind)) return []
    return [
      {
        id,
        name,
        kind,
        ...(headcount ? { headcount: Number(headcount) } : {}),
        ...(parent ? { parent } : {}),
      },
    ]
  })
  return { units, faults }
}

function isKind(kind: string): kind is UnitKind {
  return unitKinds.some((known) => known === kind)
}
