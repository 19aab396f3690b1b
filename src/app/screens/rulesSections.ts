import type { ContestView } from "../../contract/contestView.ts"
import type { Format } from "../format/format.ts"
import type { ReadingWords } from "../words/viReading.ts"

export type RulesSection = { heading: string; lines: string[]; ordered?: boolean }

/** The rules of a contest in sentences, numbered sections. `rules`: the words in the reader's language. */
export function rulesSections(
  view: ContestView,
  rules: ReadingWords["rules"],
  format: Format,
): RulesSection[] {
  return [
    { heading: rules.time.heading, lines: timeLines(view, rules, format) },
    { heading: rules.who.heading, lines: whoLines(view, rules) },
    {
      heading: rules.paper.heading,
      lines: [
        rules.paper.questions(view.paper.questions),
        rules.paper.same,
        ...(view.paper.shuffleOptions ? [rules.paper.shuffled] : []),
        rules.paper.noTimer,
      ],
    },
    {
      heading: rules.sending.heading,
      lines: [rules.sending.once, rules.sending.receipt, rules.sending.clock],
    },
    { heading: rules.ranking.heading, lines: view.ranking.map((key) => rules.ranking[key]), ordered: true },
    { heading: rules.awards.heading, lines: awardLines(view, rules) },
    ...(view.awards.collective.length > 0
      ? [
          {
            heading: rules.standings.heading,
            lines: [
              rules.standings.formula(
                percent(view.standings.participationWeight),
                percent(view.standings.qualityWeight),
              ),
              rules.standings.least(view.standings.minEntrants),
            ],
          },
        ]
      : []),
    {
      heading: view.awards.collective.length > 0 ? rules.proof.eighth : rules.proof.seventh,
      lines: [rules.proof.text],
    },
  ]
}

function timeLines({ rounds, late }: ContestView, { time }: ReadingWords["rules"], format: Format): string[] {
  const weeks = rounds.map(({ number, opensAt, closesAt }) =>
    time.round(number, format.moment(opensAt), format.end(closesAt)),
  )
  return [...weeks, late.graceMinutes > 0 ? time.grace(late.graceMinutes) : time.noGrace]
}

function whoLines({ eligibility, divisions }: ContestView, { who }: ReadingWords["rules"]): string[] {
  const { accounts, minAge, minAssurance, unitRequired, identity } = eligibility
  return [
    who.accounts(accounts.map((kind) => who[kind]).join(who.or)),
    ...(minAge === undefined ? [] : [who.minAge(minAge)]),
    ...(minAssurance === undefined ? [] : [who.minAssurance(minAssurance)]),
    unitRequired ? who.unitRequired : who.unitFree,
    ...(divisions.length > 1 ? [who.divisions(divisions.map(({ name }) => name).join("; "))] : []),
    identity === "person" ? who.person : who.account,
    who.excluded,
  ]
}

function awardLines({ awards }: ContestView, { awards: words }: ReadingWords["rules"]): string[] {
  const collective = awards.collective.reduce((sum, { count }) => sum + count, 0)
  return [
    ...awards.individual.map(
      ({ name, count, requiresAllCorrect }) =>
        `${words.prize(name, count)}${requiresAllCorrect ? `, ${words.allCorrect}` : ""}.`,
    ),
    awards.oneAwardPerPerson ? words.once : words.many,
    ...(collective > 0 ? [words.collective(collective)] : []),
  ]
}

function percent(weight: number): string {
  return `${Math.round(weight * 100)} %`
}
