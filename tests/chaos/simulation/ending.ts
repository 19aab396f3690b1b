import { canonicalJson } from "../../../src/contract/canonicalJson.ts"
import type { Row } from "../../../src/outbox/row.ts"
import { contest } from "./simulatedService.ts"
import type { Person, Story } from "./story.ts"

/** What may never be. `stuck`: not at its end a minute after the faults stopped. */
export type Verdict = {
  lost: number
  doubled: number
  falselyShown: number
  altered: number
  stuck: number
  leaked: number
}

const minuteMs = 60_000
/** An attempt that hangs ends after this; nothing begun under the faults lasts longer. */
const timeoutMs = 16_000
/** Five minutes of jitter over the longest Retry-After of the run. */
const longestBackoffMs = 5 * minuteMs + 20_000
const weekMs = 7 * 86_400_000

/**
 * The faults have stopped. Rounds that closed meanwhile, or are about to, are extended, and everybody opens the app once
 * more; then every entry that was promised to be kept must be at the service, and its owner hold its receipt.
 */
export async function endStory(story: Story): Promise<Verdict> {
  const { phone, promised } = story
  const { service, clock } = phone.world
  phone.offline = false
  phone.disk.failures = 0
  const rounds = [...new Set(promised.map(({ round }) => round))]
  for (const round of rounds)
    if (service.windowOf(round).closesAt <= clock.now() + weekMs / 7)
      service.closeAt(round, clock.now() + weekMs)

  const rows = new Map<string, Row>()
  for (const person of ["A", "B"] as const) {
    for (const one of story.pages()) one.life.kill()
    story.dropPage()
    story.dropTab()
    story.signIn(person)
    story.openPage()
    for (const row of await visit(story, rounds)) rows.set(row.rowId, row)
  }
  const verdict = judge(story, rows)
  for (const one of story.pages()) one.life.kill()
  story.worker?.kill()
  service.closeAt(null)
  return verdict
}

/**
 * One person with the app, who looks at its screen at the end. Some press the button, once what still hung has ended
 * by its time-out, and have a minute. Others only leave the app open, for as long as the longest back-off and a minute.
 */
async function visit(story: Story, rounds: number[]): Promise<Row[]> {
  const { clock, service } = story.phone.world
  const page = story.page()
  if (page === null) return []
  await clock.pass(1000)
  void page.outbox.care().then((care) => {
    for (const round of rounds) void care.roundClosesAt(contest, round, service.windowOf(round).closesAt)
  })
  const presses = story.phone.random() < 0.5
  const end = clock.now() + (presses ? minuteMs : longestBackoffMs + minuteMs)
  while (clock.now() < end) {
    await clock.pass(timeoutMs)
    if (presses) void page.press()
    // As the app does by itself for an entry without its ticket.
    void page.renew(story.token())
    await clock.pass(1000)
  }
  let rows: Row[] = []
  void page.look().then((seen) => {
    rows = seen
  })
  await clock.pass(0)
  return rows
}

function judge(story: Story, rows: Map<string, Row>): Verdict {
  const { service, clock } = story.phone.world
  const verdict = { lost: 0, doubled: 0, stuck: 0, ...story.faults }
  for (const { person, round, row, sealedAt, gone } of story.promised) {
    const entry = service.entryOf(round, row.owner)
    const now = rows.get(row.rowId)
    if (entry === null) {
      if (!gone) verdict[now === undefined ? "lost" : "stuck"] += 1
      continue
    }
    if (!isOfPerson(story, person, round, canonicalJson(entry.body))) verdict.altered += 1
    const isThis = entry.entryHash === row.entryHash
    // By the service's clock, whatever the phone's says: no sooner than it was sealed.
    if (isThis && !(entry.receivedAt > sealedAt - 1000 && entry.receivedAt <= clock.now()))
      verdict.altered += 1
    const wanted = isThis ? "received" : "superseded"
    const isHome =
      now?.state === wanted && now.receipt !== null && canonicalJson(now.receipt) === entry.receipt
    if (!isHome && !gone) verdict[now === undefined ? "lost" : "stuck"] += 1
    if (service.receiptsGiven(round, row.owner) > 1) verdict.doubled += 1
  }
  return verdict
}

function isOfPerson(story: Story, person: Person, round: number, body: string): boolean {
  return story.attempted(person, round).has(body)
}
