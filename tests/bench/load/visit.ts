import { type Line, noNetwork } from "./line.ts"
import type { Opening } from "./opening.ts"
import type { LoadedPage } from "./pages.ts"
import { freshPhone, type Surroundings } from "./phone.ts"

/**
 * A phone's openings one after the other. `cold`: never been here. `warm`: once more, with what the first has left.
 * `offline`: without network, where the page is to bear that; `arrived`: paths of
 * requests that reached the server all the same.
 */
export type Visit = { cold: Opening; warm: Opening; offline?: Opening; arrived?: string[] }

/** Opens a page twice on this line on a new phone, and a third time offline where it has a worker. */
export async function visit(around: Surroundings, loaded: LoadedPage, line: Line): Promise<Visit> {
  const phone = await freshPhone(around, loaded)
  try {
    const cold = await phone.open(line, loaded.first)
    await phone.putAway(cold.page)
    const warm = await phone.open(line, loaded.again)
    await phone.putAway(warm.page)
    if (!loaded.hasWorker) return { cold: cold.opening, warm: warm.opening }
    const offline = await phone.open(noNetwork, loaded.again)
    return { cold: cold.opening, warm: warm.opening, offline: offline.opening, arrived: offline.arrived }
  } finally {
    await phone.close()
  }
}
