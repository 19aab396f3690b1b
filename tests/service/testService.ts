import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Hono } from "hono"
import { inject } from "vitest"
import { parseDefinition } from "../../src/contest/parseDefinition.ts"
import type { BankQuestion, Unit } from "../../src/contest/vocabulary.ts"
import type { EntryBody } from "../../src/contract/entry.ts"
import type { Problem } from "../../src/contract/problems.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import type { Ticket } from "../../src/contract/ticket.ts"
import { contestService } from "../../src/service/app.ts"
import { makeDemoIssuer } from "../../src/service/demo/demoIssuer.ts"
import { identityVerifier } from "../../src/service/identity/identity.ts"
import { personKeeper } from "../../src/service/identity/person.ts"
import { receiptDesk } from "../../src/service/identity/receipts.ts"
import { loadSecrets } from "../../src/service/identity/secrets.ts"
import { ticketOffice } from "../../src/service/identity/tickets.ts"
import { loadContest } from "../../src/service/organiser/load.ts"
import type { Service } from "../../src/service/service.ts"
import { migrate } from "../../src/service/sql/migrate.ts"
import { openPglite } from "../../src/service/sql/pgliteSql.ts"
import { openPostgres } from "../../src/service/sql/postgresSql.ts"
import type { Sql } from "../../src/service/sql/sql.ts"
import { sqlContestStore } from "../../src/service/store/sqlContestStore.ts"
import { definitionFile } from "../contest/sampleDefinition.ts"
import { freshDatabase } from "../setup/freshDatabase.ts"

export const opensAt = Date.parse("2024-10-28T00:00:00+07:00")
export const closesAt = Date.parse("2024-11-04T00:00:00+07:00")
export const graceEndsAt = closesAt + 30 * 60_000
export const weekMs = 7 * 86_400_000

/** Fifteen questions whose accepted option is the first letter of abcd by turns. */
export const sampleBank = (round = 1): BankQuestion[] =>
  Array.from({ length: 15 }, (_, index) => ({
    id: `r${round}q${String(index + 1).padStart(2, "0")}`,
    text: `Câu ${index + 1}?`,
    options: ["a", "b", "c", "d"].map((id) => ({ id, text: `Phương án ${id} ${index}` })),
    accepted: ["abcd"[index % 4] ?? "a"],
    explanation: `Vì sao ${index}`,
    source: "Nguồn",
    asOf: "2024-10-28",
  }))

export const sampleUnits: Unit[] = [
  { id: "ward", name: "Phường Mẫu", kind: "locality", headcount: 100 },
  { id: "office", name: "Sở Mẫu", kind: "agency", headcount: 50 },
]

/** A database of one's own, empty, with the schema in it: on a PostgreSQL where the run has one, else a PGlite. */
export async function openTestSql(): Promise<Sql> {
  const server = inject("postgres")
  const sql =
    server === undefined
      ? await openPglite(":memory:", new Blob([readFileSync(inject("emptyDatabase"))]))
      : await openFreshPostgres(server)
  await migrate(sql)
  return sql
}

async function openFreshPostgres(server: string): Promise<Sql> {
  const { url, drop } = await freshDatabase(server)
  const sql = openPostgres(url)
  return { ...sql, close: () => sql.close().then(drop) }
}

/** The service over its own database and a clock that stands still until it is set. */
export async function testService(
  change: (file: Record<string, unknown> & ReturnType<typeof definitionFile>) => void = () => undefined,
) {
  const sql = await openTestSql()
  let now = opensAt + 86_400_000
  const clock = () => now
  const secrets = await loadSecrets(sql)
  const issuer = await makeDemoIssuer(clock)
  const logged: string[] = []
  const service: Service = {
    store: sqlContestStore(sql),
    clock,
    verifyIdentity: identityVerifier(issuer.trusted, clock),
    personOf: personKeeper(secrets.personKey),
    tickets: ticketOffice(secrets.ticketKey, clock),
    receipts: await receiptDesk(secrets.receiptKey),
    randomBytes,
    log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
    bodyTimeoutMs: 10_000,
  }
  const file = definitionFile()
  change(file)
  const parsed = parseDefinition(file)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const { definition } = parsed
  const papers = definition.divisions.flatMap(({ id: division }) =>
    definition.rounds.map(({ number }) => ({ round: number, division, bank: sampleBank(number) })),
  )
  await loadContest(
    sql,
    { definition, definitionFile: file, units: sampleUnits, papers, practice: [] },
    "test",
    opensAt - weekMs,
  )
  const app = contestService(service)
  const api = apiOf(app)
  return {
    sql,
    service,
    app,
    api,
    issuer,
    logged,
    definition,
    setClock: (instant: number) => {
      now = instant
    },
    /** An identity token of a person; further claims as given, null ones left out. */
    token: async (person: string, claims: Record<string, unknown> = {}) =>
      (await issuer.sign({ sub: `sub-${person}`, person, account: "vneid", assurance: 2, ...claims })).token,
    ticket: async (
      person: string,
      declared: Record<string, unknown> = {},
      claims: Record<string, unknown> = {},
      round = 1,
    ) => {
      const { token } = await issuer.sign({
        sub: `sub-${person}`,
        person,
        account: "vneid",
        assurance: 2,
        ...claims,
      })
      const answer = await api("POST", `/rounds/${round}/ticket`, { credential: token, body: declared })
      return { ...(answer.json as Ticket & Problem), answer }
    },
    body: async (change: Partial<EntryBody> = {}, round = 1): Promise<EntryBody> => {
      const paper = await service.store.paper("sample", round, definition.divisions[0]?.id ?? "all")
      const answers = Object.fromEntries(sampleBank(round).map(({ id }) => [id, "a"]))
      const fixed = { rulesVersion: "1", answeredAt: "2024-10-29T01:00:00.000Z" }
      return { answers, prediction: 1250, paperHash: paper?.paperHash ?? "", ...fixed, ...change }
    },
    put: (ticket: string, body: unknown, round = 1) =>
      api("PUT", `/rounds/${round}/entry`, { credential: ticket, body }),
    entryRows: () => sql.query<{ person: string; late: boolean; received_at: Date }>("select * from entries"),
  }
}

export type TestService = Awaited<ReturnType<typeof testService>>

/** An answer as a test looks at it. */
export type ApiAnswer = { status: number; headers: Headers; text: string; json: unknown }

function apiOf(app: Hono) {
  return async (
    method: string,
    path: string,
    options: { credential?: string; body?: unknown; raw?: BodyInit; headers?: Record<string, string> } = {},
  ): Promise<ApiAnswer> => {
    const { credential, body, raw, headers } = options
    const response = await app.request(`/api/v1/contests/sample${path}`, {
      method,
      headers: {
        ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
        ...(body === undefined && raw === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? (raw === undefined ? {} : { body: raw }) : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "")
        ? JSON.parse(text)
        : null,
    }
  }
}

export const receiptIn = ({ json }: ApiAnswer) => json as Receipt
export const problemIn = ({ json }: ApiAnswer) => json as Problem
