import type { StandingsWords } from "./viStandings.ts"

/** English words of the unit standings. */
export const enStandings: StandingsWords = {
  title: "Unit standings",
  kinds: {
    agency: "Agencies",
    "public-unit": "Public-service units",
    locality: "Localities",
    organisation: "Organisations",
    "residential-group": "Residential groups",
  },
  allKinds: "All units",
  columns: {
    rank: "Rank",
    unit: "Unit",
    entrants: "Entries",
    headcount: "People",
    rate: "Participation",
    quality: "Quality",
    score: "Score",
    award: "Prize",
  },
  none: "–",
  awarded: "Wins a prize",
  awardedSoFar: "So far",
  soFar: (rounds, of) =>
    `“So far”: only week ${rounds} of ${of} weeks is in. Prizes follow the standings after the last week.`,
  chart: {
    label: (shown, best, bestScore, last, lastScore) =>
      `Bar chart: scores of ${shown} units, from ${best} with ${bestScore} points to ${last} with ${lastScore} points. The table with it has all figures.`,
    participation: (points) => `Participation (at most ${points} points)`,
    quality: (points) => `Quality (at most ${points} points)`,
    shown: (first, last, of) => `Ranks ${first} to ${last} of ${of} ranked units`,
    lastPrize: "Prizes go down to here",
  },
  unranked: {
    title: "Not ranked yet",
    headcount: "No headcount is known, so there is no rate.",
    tooFew: (least) => `Fewer than ${least} entries.`,
    lowRate: (least) => `Participation below ${least}.`,
    entrants: (count) => `entries: ${count}`,
  },
  noneRanked: "No unit can be ranked yet.",
  formula: {
    title: "How the score is made",
    score: (participation, quality) =>
      `Score = ${participation} × participation + ${quality} × quality, out of 100.`,
    rate: "Participation: entrants of the week divided by the unit's people, at most 100 %; the mean of the weeks.",
    quality: (questions) => `Quality: an entry's mean number of correct answers divided by ${questions}.`,
    ties: "Equal scores: the unit with more entries stands above, then by name.",
    headcount: (day) => `Headcounts as of ${day}.`,
    headcountUndated: "Headcounts as fixed by the organiser before week 1.",
    rounds: (rounds) => `Weeks included: ${rounds}.`,
    asOf: (when) => `Figures as of ${when}.`,
  },
}
