import type { RoundView } from "../../contract/contestView.ts"
import type { HostPage } from "../page/hostPage.ts"
import { type Moment, momentsOf } from "../scenario/moments.ts"

/** The moments of every round as buttons: pressing one moves the service's clock there. */
export function RoundTable({ page }: { page: HostPage }) {
  const contest = page.contest.value
  if (!contest) return null
  const { at } = page.scenario.value
  const jump = (round: RoundView, moment: Moment) => {
    const upTo = moment.publishes ? round.number : round.number - 1
    // Whoever comes to a later round finds the earlier ones published, where they are due by then.
    const published = contest.rounds
      .filter(({ number, resultsDueAt, closesAt }) => {
        return number <= upTo && Date.parse(resultsDueAt ?? closesAt) <= moment.at
      })
      .map(({ number }) => number)
    void page.jump(moment.at, published)
  }
  return (
    <div class="rounds">
      <table>
        <caption class="hidden-text">Jump to a moment of a round</caption>
        <tbody>
          {contest.rounds.map((round) => (
            <tr key={round.number}>
              <th scope="row">
                Round {round.number} <small>{round.phase}</small>
              </th>
              {momentsOf(round, contest.late.graceMinutes).map((moment) => (
                <td key={moment.name}>
                  <button
                    type="button"
                    title={moment.title}
                    aria-label={`${moment.name}. ${moment.title}`}
                    aria-pressed={moment.at === at}
                    onClick={() => jump(round, moment)}
                  >
                    {moment.name}
                  </button>
                </td>
              ))}
              <td>
                <button
                  type="button"
                  aria-label={`Publish round ${round.number} now`}
                  title="Publish the results now, without moving the clock"
                  onClick={() => void page.publish(round.number)}
                >
                  Publish
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
