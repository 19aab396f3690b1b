import { canonicalJson } from "../../../src/contract/canonicalJson.ts"
import { entryHash } from "../../../src/contract/hash.ts"
import { ticketOwner } from "../../../src/contract/ticketOwner.ts"
import type { Row } from "../../../src/outbox/row.ts"
import { openPage, type Page } from "./page.ts"
import type { Phone } from "./phone.ts"
import { contest } from "./simulatedService.ts"
import { createWorker } from "./worker.ts"

export type Person = "A" | "B"
/** An entry that a screen said is kept on the phone. `gone`: every copy was evicted before it was sent. */
export type Promised = { person: Person; round: number; row: Row; sealedAt: number; gone: boolean }
/** What a run must not have. */
export type Faults = { falselyShown: number; altered: number; leaked: number }

/** A phone with its programs and people, and a record of what its screens said. */
export function tellStory(phone: Phone, name: string) {
  const { service, clock } = phone.world
  const worker = phone.traits.worker ? createWorker(phone) : null
  const owners = new Map<Person, string>()
  const promised: Promised[] = []
  const firstSealed = new Map<string, number>()
  const attempted = new Map<string, Set<string>>()
  const faults: Faults = { falselyShown: 0, altered: 0, leaked: 0 }
  let signedIn: Person = "A"
  let page: Page | null = null
  let tab: Page | null = null

  const idOf = (person: Person) => `${name}-${person}`
  const ownerNow = () => owners.get(signedIn) ?? null

  /** "Đã nhận" may stand on a screen only while the service has this very entry. */
  function shows(row: Row): void {
    const entry = service.entryOf(row.round, row.owner)
    const isTrue = row.receipt !== null && entry?.receipt === canonicalJson(row.receipt)
    if (row.state === "received" && !(isTrue && entry?.entryHash === row.entryHash)) faults.falselyShown += 1
    if (row.state === "superseded" && row.receipt !== null && !isTrue) faults.falselyShown += 1
    // Nor may one that counts be called refused, however late its retry comes.
    if (row.state === "refused" && entry?.entryHash === row.entryHash) faults.falselyShown += 1
    if (row.owner !== ownerNow()) faults.leaked += 1
  }
  const open = () => openPage({ phone, worker, owner: ownerNow, shows })

  async function ticketFor(person: Person, round: number) {
    const given = await service.ticket(idOf(person), round)
    owners.set(person, ticketOwner(given.ticket) ?? "")
    return given
  }
  function note(person: Person, round: number, body: object): void {
    const key = `${person}${round}`
    attempted.set(key, (attempted.get(key) ?? new Set()).add(canonicalJson(body)))
  }

  return {
    phone,
    worker,
    promised,
    attempted: (person: Person, round: number) => attempted.get(`${person}${round}`) ?? new Set<string>(),
    faults,
    ownerOf: (person: Person) => owners.get(person) ?? "",
    token: () => service.token(idOf(signedIn)),
    signIn(person: Person) {
      signedIn = person
    },
    signedIn: () => signedIn,
    page: () => page,
    tab: () => tab,
    pages: () => [page, tab].filter((one): one is Page => one !== null),
    openPage() {
      page = open()
      worker?.navigate()
    },
    openTab() {
      tab = open()
      worker?.navigate()
    },
    dropPage() {
      page = null
    },
    dropTab() {
      tab = null
    },

    /** Seals in the page; what the screen then says of it goes on record. */
    async seal(round: number, choice: number): Promise<void> {
      if (page === null) return
      const person = signedIn
      const { ticket, expiresAt } = await ticketFor(person, round)
      const body = service.body(round, choice, phone.now())
      // A page that was killed while sealing may have stored the row all the same: the first time counts.
      const sealedAt = firstSealed.get(`${person}${round}`) ?? clock.now()
      firstSealed.set(`${person}${round}`, sealedAt)
      note(person, round, body)
      const sealing = page.seal({
        contest,
        round,
        owner: owners.get(person) ?? "",
        ticket,
        ticketExpiresAt: Date.parse(expiresAt),
        body,
        serviceOffsetMs: null,
        closesAt: service.windowOf(round).closesAt,
      })
      void sealing.then((said) => {
        phone.trace("sealed", said.stored)
        if (!said.stored) return
        const before = promised.find((one) => one.row.rowId === said.row.rowId)
        if (before && before.row.body !== said.row.body) faults.altered += 1
        if (!before) promised.push({ person, round, row: said.row, sealedAt, gone: false })
      })
      await clock.pass(0)
    },

    /** The same person on another phone, whose entry arrives at once. */
    async enterElsewhere(round: number, choice: number): Promise<void> {
      const { ticket } = await ticketFor(signedIn, round)
      const body = service.body(round, choice, clock.now())
      note(signedIn, round, body)
      await service.handle(`/api/v1/contests/${contest}/rounds/${round}/entry`, {
        method: "PUT",
        headers: { authorization: `Bearer ${ticket}`, "content-type": "application/json" },
        body: canonicalJson(body),
      })
    },

    /** Notes which promises the phone can no longer keep: no place that it has holds a copy. */
    noteEviction(): void {
      for (const one of promised) one.gone ||= !phone.keeps(one.row.rowId)
    },

    /** After every step: what lies on the phone is what was sealed, and nobody sees another's. */
    async check(): Promise<void> {
      for (const { row } of promised) {
        const stored = phone.rowOnDisk(row.rowId)
        if (stored === null) continue
        const { body, entryHash: hash, owner, contest: of, round } = stored
        const isSame =
          body === row.body &&
          hash === row.entryHash &&
          owner === row.owner &&
          of === row.contest &&
          round === row.round
        if (!isSame || (await entryHash(JSON.parse(body))) !== hash) faults.altered += 1
      }
      // A row without a copy on disk lives in the second one, which is looked at when it comes back.
      for (const one of this.pages()) void one.look()
      await clock.pass(0)
    },
  }
}

export type Story = ReturnType<typeof tellStory>
