import { standingsOf } from "../../routes/standings.ts"
import { sqlContestStore } from "../../store/sqlContestStore.ts"
import { type Command, needed, Refused } from "../command.ts"
import { formatOption, formatRows } from "../tableOutput.ts"

const reasons = { headcount: "no headcount", "too-few": "too few entrants", "low-rate": "rate too low" }

/** `standings <contest>` */
export const standings: Command = {
  usage: "standings <contest> [--format table|csv|xlsx]",
  about: "units in their leagues over the published rounds",
  options: formatOption,
  async run({ sql, now }, [contest], { format }) {
    const store = sqlContestStore(sql)
    const stored = await store.contest(needed(contest, "contest"))
    if (!stored) throw new Refused(`there is no contest "${contest}"`)
    const { leagues } = await standingsOf({ store, clock: () => now }, stored)
    const percent = (share: number | null) => (share === null ? "" : `${(100 * share).toFixed(2)} %`)
    const rows = leagues.flatMap((league, index) =>
      league.rows.map(({ unit, entrants, rate, quality, score, rank, unrankedBecause, awarded }) => ({
        league: index + 1,
        rank: rank ?? "–",
        unit: unit.name,
        headcount: unit.headcount ?? "",
        entrants,
        rate: percent(rate),
        quality: percent(quality),
        score: score === null ? "" : score.toFixed(4),
        prize: awarded ? "yes" : "",
        remark: unrankedBecause ? reasons[unrankedBecause] : "",
      })),
    )
    return formatRows(rows, format)
  },
}
