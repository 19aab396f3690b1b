import type { ContestDefinition, Round } from "../../contest/definition.ts"
import type { BankQuestion, Instant, Unit } from "../../contest/vocabulary.ts"
import { type SeededRandom, seededRandom } from "./seededRandom.ts"

/** A made-up participant's entry to one round. */
export type PlannedEntry = {
  person: string
  name: string
  unit?: string
  answers: Record<string, string>
  prediction: number
  receivedAt: Instant
}

const families = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Hoàng",
  "Phan",
  "Võ",
  "Đặng",
  "Bùi",
  "Hồ",
  "Tôn Thất",
  "Dương",
]
const middles = [
  "Thị",
  "Văn",
  "Thị Thu",
  "Quang",
  "Minh",
  "Thị Ngọc",
  "Hữu",
  "Đình",
  "Thanh",
  "Thị Kim",
  "Bá",
  "Khánh",
]
const givens = [
  "Hoa",
  "Bình",
  "Lan",
  "Dũng",
  "Hương",
  "Tâm",
  "Phúc",
  "Nga",
  "Sơn",
  "Thảo",
  "Ánh",
  "Đạt",
  "Quỳnh",
  "Vinh",
]

const dayMs = 86_400_000

/**
 * The crowd of a round: `size` entries in order of arrival, repeated exactly by the same inputs. About a quarter know
 * every answer, guesses of N scatter around the truth, arrivals follow the day and gather at the round's two ends.
 */
export function planCrowd(
  definition: ContestDefinition,
  round: Round,
  bank: readonly BankQuestion[],
  units: readonly Unit[],
  size: number,
): PlannedEntry[] {
  const entries = Array.from({ length: size }, (_, index) => {
    const person = seededRandom(index + 1)
    const week = seededRandom((index + 1) * 1000 + round.number)
    const name = [families, middles, givens].map((list) => list[person.below(list.length)]).join(" ")
    const unit = person.unit() < 0.85 ? units[Math.floor(person.unit() ** 2 * units.length)] : undefined
    const skill = person.unit()
    return {
      person: `crowd-${String(index + 1).padStart(6, "0")}`,
      name,
      ...(unit ? { unit: unit.id } : {}),
      answers: planAnswers(bank, skill, week),
      prediction: Math.min(
        definition.prediction.max,
        Math.max(0, Math.round(size * 0.24 * Math.exp(week.normal() * 0.5))),
      ),
      receivedAt: planArrival(round, week),
    }
  })
  return entries.sort((a, b) => a.receivedAt - b.receivedAt)
}

function planAnswers(
  bank: readonly BankQuestion[],
  skill: number,
  random: SeededRandom,
): Record<string, string> {
  // Three in ten prepared well enough to be all-correct nearly always; the rest know a share of the answers.
  const knows = skill > 0.7 ? 0.985 : 0.25 + skill
  return Object.fromEntries(
    bank.map(({ id, options, accepted }) => {
      const guess = options[random.below(options.length)]?.id ?? ""
      return [id, random.unit() < knows ? (accepted[0] ?? guess) : guess]
    }),
  )
}

function planArrival({ opensAt, closesAt }: Round, random: SeededRandom): Instant {
  const days = (closesAt - opensAt) / dayMs
  const position = random.unit()
  // Pulled towards the first and the last day.
  const day = Math.min(Math.floor(days * (0.5 - 0.5 * Math.cos(Math.PI * position))), Math.ceil(days) - 1)
  const hour = 7 + 15 * random.unit() + random.normal()
  return Math.min(Math.max(opensAt + day * dayMs + hour * 3_600_000, opensAt), closesAt - 1000)
}
