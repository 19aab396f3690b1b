import { type Command, needed, Refused } from "../command.ts"
import { contestStatus } from "../status.ts"
import { textTable } from "../textTable.ts"

/** `status <contest>` */
export const status: Command = {
  usage: "status <contest>",
  about: "rounds, papers, entries so far by division and unit",
  async run({ sql, now }, [contest]) {
    const rounds = await contestStatus(sql, needed(contest, "contest"), now)
    if (!rounds) throw new Refused(`there is no contest "${contest}"`)
    const overview = textTable(
      rounds.map(({ round, phase, papers, entries, late }) => ({
        round,
        phase,
        papers: papers.join(" ") || "none",
        entries,
        late,
      })),
    )
    const details = rounds
      .filter(({ entries }) => entries > 0)
      .map(
        ({ round, divisions, units }) => `\n\nRound ${round}\n${textTable(divisions)}\n\n${textTable(units)}`,
      )
    return overview + details.join("")
  },
}
