import { edge2g, type Line, slow4g } from "./line.ts"
import { appPage, floorForm, floorWithTicket, type LoadedPage } from "./pages.ts"
import { freshPhone, type Surroundings } from "./phone.ts"
import { tapThroughQuestions } from "./taps.ts"
import { type Visit, visit } from "./visit.ts"

/** How often each page is visited on each line, and its questions are tapped through. */
export type Rounds = { slow4g: number; edge2g: number; taps: number }

/** What was measured of one page. `tapsMs`: from each tap to its paint, by round. */
export type PageFindings = { slow4g: Visit[]; edge2g: Visit[]; tapsMs: number[][] }

/** Of all pages. */
export type LoadFindings = Record<LoadedPage["name"], PageFindings>

/** Opens app and floors in turn, each time on a phone that has never been there. */
export async function measureLoad(
  around: Surroundings,
  rounds: Rounds,
  progress: (line: string) => void,
): Promise<LoadFindings> {
  const found: LoadFindings = {
    app: { slow4g: [], edge2g: [], tapsMs: [] },
    floor: { slow4g: [], edge2g: [], tapsMs: [] },
    floorWithTicket: { slow4g: [], edge2g: [], tapsMs: [] },
  }
  progress("opening each once, not counted")
  for (const loaded of inTurn(0)) await visit(around, loaded, slow4g)
  const lines: Record<"slow4g" | "edge2g", Line> = { slow4g, edge2g }
  for (const key of ["slow4g", "edge2g"] as const) {
    for (let round = 0; round < rounds[key]; round += 1) {
      progress(`${lines[key].name}, round ${round + 1} of ${rounds[key]}`)
      for (const loaded of inTurn(round))
        found[loaded.name][key].push(await visit(around, loaded, lines[key]))
    }
  }
  for (let round = 0; round < rounds.taps; round += 1) {
    progress(`taps, round ${round + 1} of ${rounds.taps}`)
    for (const loaded of inTurn(round))
      if (loaded !== floorWithTicket) found[loaded.name].tapsMs.push(await taps(around, loaded))
  }
  return found
}

/** Each page goes first in some rounds, so that what the machine does beside weighs on all alike. */
function inTurn(round: number): LoadedPage[] {
  const pages = [appPage, floorForm, floorWithTicket]
  return pages.map((_, index) => pages[(index + round) % pages.length] ?? appPage)
}

async function taps(around: Surroundings, loaded: LoadedPage): Promise<number[]> {
  const phone = await freshPhone(around, loaded)
  try {
    const { page } = await phone.open(slow4g, loaded.first)
    return await tapThroughQuestions(page, loaded, around.both.questions)
  } finally {
    await phone.close()
  }
}
