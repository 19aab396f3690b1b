import { randomBytes } from "node:crypto"
import { decodeJwt } from "jose"
import { entryCode } from "../../src/contract/entryCode.ts"
import type { Problem } from "../../src/contract/problems.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { contestService } from "../../src/service/app.ts"
import { receiptDesk } from "../../src/service/identity/receipts.ts"
import { signingKey } from "../../src/service/identity/secrets.ts"
import type { Service } from "../../src/service/service.ts"
import type { StoredContest } from "../../src/service/store/contestStore.ts"
import type { TestService } from "../service/testService.ts"

export type Answering = (request: Request) => Response | Promise<Response>

/** A service with one fault, around the reference one, and the rules it must break: these and no others. */
export type WrongService = {
  fault: string
  breaks: readonly string[]
  make: (the: TestService) => Answering | Promise<Answering>
}

type Change = (the: TestService) => Partial<Service> | Promise<Partial<Service>>

/** The reference service with other parts inside; only for requests that `where` matches. */
const inside = (change: Change, where = /./): WrongService["make"] => {
  return async (the) => {
    const wrong = contestService({ ...the.service, ...(await change(the)) })
    return (request) => (where.test(`${request.method} ${request.url}`) ? wrong : the.app).request(request)
  }
}

/** The reference service whose answers are changed on their way out. */
const answering =
  (
    change: (response: Response, request: Request, the: TestService) => Response | Promise<Response>,
  ): WrongService["make"] =>
  (the) =>
  async (request) =>
    change(await the.app.request(request.clone()), request, the)

/** The reference service that gets other requests than were sent. */
const asking =
  (where: RegExp, change: (request: Request) => Request | Promise<Request>): WrongService["make"] =>
  (the) =>
  async (request) =>
    the.app.request(where.test(`${request.method} ${request.url}`) ? await change(request) : request)

const withBody = async ({ status, headers }: Response, body: string) =>
  new Response(body, { status, headers })
const withJson = async <T>(response: Response, change: (json: T) => unknown) =>
  withBody(response, JSON.stringify(change((await response.json()) as T)))
const entered = /^PUT .*\/entry$/
const isPaper = ({ url }: Request) => url.includes("/paper")

/** The contest as the store tells it, with another round 2 or other rules. */
const otherDefinition =
  (change: (contest: StoredContest["definition"]) => Partial<StoredContest["definition"]>): Change =>
  ({ service: { store } }) => ({
    store: {
      ...store,
      async contest(id) {
        const contest = await store.contest(id)
        return contest && { ...contest, definition: { ...contest.definition, ...change(contest.definition) } }
      },
    },
  })

const receiptsWith =
  (change: (receipt: Omit<Receipt, "signature">) => Omit<Receipt, "signature">): Change =>
  ({ service: { receipts } }) => ({
    receipts: { ...receipts, sign: (receipt) => receipts.sign(change(receipt)) },
  })

const closesAt = Date.parse("2024-11-11T00:00:00+07:00")
const receivedAt = (receipt: Pick<Receipt, "receivedAt">) => Date.parse(receipt.receivedAt)

/** A verifier that believes whatever a token says, if `believes` does. */
const believing =
  (believes: (token: string, claims: Record<string, unknown>, now: number) => boolean): Change =>
  ({ service: { verifyIdentity, clock } }) => ({
    async verifyIdentity(token) {
      const verified = await verifyIdentity(token)
      if (verified || token.split(".").length !== 3) return verified
      const claims = decodeJwt(token)
      return believes(token, claims, clock())
        ? (claims as unknown as Awaited<ReturnType<typeof verifyIdentity>>)
        : null
    },
  })

export const wrongServices: readonly WrongService[] = [
  {
    fault: "has the accepted options in its paper",
    breaks: ["paper-no-key"],
    make: answering((response, request) =>
      isPaper(request) && response.ok
        ? withJson<{ questions: object[] }>(response, (paper) => ({
            ...paper,
            questions: paper.questions.map((question) => ({ ...question, accepted: ["a"] })),
          }))
        : response,
    ),
  },
  {
    fault: "shuffles its paper for everyone",
    breaks: ["paper-same-for-all"],
    make: answering((response, request) =>
      isPaper(request) && response.ok
        ? withJson(response, (paper) => ({ ...(paper as object), at: undefined })).then(async (same) =>
            withBody(same, `${await same.text()}${request.headers.has("authorization") ? " " : ""}`),
          )
        : response,
    ),
  },
  {
    fault: "hands its paper out before opening",
    breaks: ["paper-not-before-opening"],
    make: async (the) => {
      const early = contestService({ ...the.service, clock: () => the.service.clock() + 3_600_000 })
      return async (request) => {
        const answer = await (isPaper(request) ? early : the.app).request(request)
        answer.headers.set("date", new Date(the.service.clock()).toUTCString())
        return answer
      }
    },
  },
  {
    fault: "gives a second entry a receipt of its own",
    // A race of different entries is a second entry that comes early, one a week later is one that comes late.
    breaks: ["second-entry-refused", "race-one-counts", "counted-before-deadline"],
    make: answering(async (response, { method }, the) => {
      if (method !== "PUT" || response.status !== 409) return response
      const { receipt } = (await response.json()) as Problem
      if (!receipt) return response
      const { signature: _, ...rest } = receipt
      const code = entryCode("HS", receipt.round, randomBytes(8))
      const own = await the.service.receipts.sign({ ...rest, code })
      return new Response(own, { status: 201, headers: response.headers })
    }),
  },
  {
    fault: "answers a second entry as if it were the first again",
    breaks: ["second-entry-refused", "counted-before-deadline"],
    make: answering(async (response, { method }) => {
      if (method !== "PUT" || response.status !== 409) return response
      const { receipt } = (await response.json()) as Problem
      return new Response(JSON.stringify(receipt), { status: 200, headers: response.headers })
    }),
  },
  {
    fault: "writes its receipt anew on every replay",
    breaks: ["replay-same-bytes"],
    make: answering(async (response, { method }) =>
      method === "PUT" && response.status === 200
        ? withBody(response, `${await response.text()}\n`)
        : response,
    ),
  },
  {
    fault: "takes the instant of closing for still on time",
    breaks: ["deadline-half-open"],
    make: inside(
      receiptsWith((receipt) => (receivedAt(receipt) === closesAt ? { ...receipt, late: false } : receipt)),
    ),
  },
  {
    fault: "calls what comes a moment before closing late",
    breaks: ["deadline-half-open"],
    make: inside(
      receiptsWith((receipt) =>
        receivedAt(receipt) === closesAt - 1000 ? { ...receipt, late: true } : receipt,
      ),
    ),
  },
  {
    fault: "never flags what is late",
    // From the instant of closing an entry is late: that is the half-open deadline.
    breaks: ["late-flagged", "deadline-half-open"],
    make: inside(receiptsWith((receipt) => ({ ...receipt, late: false }))),
  },
  {
    fault: "ends grace a minute late",
    breaks: ["grace-ends"],
    make: inside(
      otherDefinition(({ late }) => ({ late: { graceMinutes: late.graceMinutes + 1 } })),
      entered,
    ),
  },
  {
    fault: "gives grace to who starts after close",
    breaks: ["no-grace-after-close"],
    make: inside(({ service: { tickets } }) => ({
      tickets: {
        ...tickets,
        async open(...ticket) {
          const opened = await tickets.open(...ticket)
          return opened.ok ? { ok: true, claims: { ...opened.claims, issuedAt: 0 } } : opened
        },
      },
    })),
  },
  {
    fault: "checks the deadline before it looks the entry up",
    breaks: ["counted-before-deadline"],
    make: answering(async (response, { method }, the) => {
      const isOver = the.service.clock() > Date.parse("2024-11-11T12:00:00+07:00")
      const isCounted = method === "PUT" && (response.status === 200 || response.status === 409)
      return isOver && isCounted ? problem(response, "round-closed", 410) : response
    }),
  },
  {
    fault: "judges by the phone's time",
    breaks: ["phone-time-ignored"],
    make: answering(async (response, request) => {
      if (request.method !== "PUT" || response.status !== 201) return response
      const body = await request.json()
      return body.answeredAt.startsWith("2099")
        ? withJson<Receipt>(response, (receipt) => ({ ...receipt, late: true }))
        : response
    }),
  },
  {
    fault: "tells no time",
    // A date that is missing cannot fit the time of a receipt either; the rule about that needs none.
    breaks: ["date-always"],
    make: answering((response, { url }) =>
      without(response, "date", !url.endsWith("/api/v1/contests/sample")),
    ),
  },
  {
    fault: "ignores members it does not know",
    breaks: ["entry-unknown-member"],
    make: asking(entered, (request) =>
      rewritten(request, (text) => {
        const { correct, receivedAt, ...known } = JSON.parse(text)
        return correct === undefined && receivedAt === undefined ? text : JSON.stringify(known)
      }),
    ),
  },
  {
    fault: "takes any prediction for one",
    breaks: ["prediction-bounds"],
    make: inside(
      otherDefinition(({ prediction }) => ({ prediction: { ...prediction, max: 9_999_999 } })),
      entered,
    ),
  },
  {
    fault: "takes entries of any size",
    breaks: ["too-large"],
    make: asking(entered, (request) => rewritten(request, (text) => text.trim())),
  },
  {
    fault: "takes a body under any media type",
    breaks: ["media-type"],
    make: asking(entered, (request) => {
      const headers = new Headers(request.headers)
      headers.set("content-type", "application/json")
      return new Request(request, { headers })
    }),
  },
  {
    fault: "lets a ticket enter any round",
    breaks: ["ticket-other-round"],
    make: inside(({ service: { tickets } }) => ({
      tickets: {
        ...tickets,
        async open(ticket, contest, round) {
          const said = await tickets.open(ticket, contest, round)
          return said.ok || said.code === "ticket-expired"
            ? said
            : tickets.open(ticket, contest, round === 2 ? 1 : 2)
        },
      },
    })),
  },
  {
    fault: "does not check the signature of tickets",
    breaks: ["ticket-changed"],
    make: inside(({ service: { tickets } }) => ({
      tickets: {
        ...tickets,
        async open(ticket, contest, round) {
          const said = await tickets.open(ticket, contest, round)
          if (said.ok || said.code === "ticket-expired") return said
          const { sub, iat, ...rest } = decodeJwt(ticket)
          if (rest.round !== round || sub === undefined || iat === undefined) return said
          return { ok: true, claims: { person: sub, contest, round, division: "all", issuedAt: iat * 1000 } }
        },
      },
    })),
  },
  {
    fault: "writes the person into the ticket",
    breaks: ["ticket-no-personal-data"],
    make: inside(() => ({ personOf: (_, { person = "" }) => person })),
  },
  {
    fault: "takes the same person on another account for another",
    breaks: ["same-person-any-account"],
    make: inside(({ service: { personOf } }) => ({
      personOf: (definition, identity) => personOf(definition, { ...identity, person: identity.sub }),
    })),
  },
  {
    fault: "takes unsigned tokens",
    breaks: ["token-unsigned"],
    make: inside(believing((token) => token.endsWith("."))),
  },
  {
    fault: "takes expired tokens",
    breaks: ["token-expired"],
    make: inside(believing((token, { exp }, now) => !token.endsWith(".") && Number(exp) * 1000 < now)),
  },
  {
    fault: "takes tokens for another app",
    breaks: ["token-other-audience"],
    make: inside(believing((_, { aud }) => aud === "another-app")),
  },
  {
    fault: "shows results before they are published",
    breaks: ["results-not-before-publication"],
    make: answering((response, { url }) =>
      url.endsWith("/revisions") && response.status === 404
        ? Response.json({ revisions: [] }, { headers: response.headers })
        : response,
    ),
  },
  {
    fault: "publishes whole names",
    // What is written anew after it was signed has no signature.
    breaks: ["names-masked", "results-signed"],
    make: answering(async (response, { url }) =>
      url.includes("/results") && response.ok
        ? withBody(response, (await response.text()).replaceAll("***", "anh"))
        : response,
    ),
  },
  {
    fault: "drops a row of the ledger",
    breaks: ["ledger-complete"],
    make: answering(async (response, { url }) =>
      url.endsWith("/ledger") && response.ok
        ? withBody(response, (await response.text()).replace(/.*\n$/, ""))
        : response,
    ),
  },
  {
    fault: "lets caches keep what is personal",
    breaks: ["no-store"],
    make: answering((response, { method }) => without(response, "cache-control", method === "POST")),
  },
  {
    fault: "signs with a key that it does not publish",
    breaks: ["receipt-signature"],
    make: inside(async ({ service: { receipts } }) => {
      const other = await receiptDesk(await signingKey("receipt-1"))
      return { receipts: { ...receipts, sign: other.sign } }
    }),
  },
  {
    fault: "refuses with a page",
    breaks: ["unknown-address", "problem-documents", "no-store"],
    make: answering((response, { url }) =>
      url.includes("/nothing/")
        ? new Response("<h1>Not found</h1>", {
            status: 404,
            headers: { date: response.headers.get("date") ?? "" },
          })
        : response,
    ),
  },
  {
    fault: "has no ETag",
    breaks: ["contest-etag"],
    make: answering((response) => without(response, "etag", true)),
  },
  {
    fault: "answers a client's fault with 500",
    breaks: ["malformed", "nothing-unexpected"],
    make: answering(async (response, request) =>
      response.status === 400 && request.method === "PUT" && (await request.text()) === ""
        ? problem(response, "unexpected", 500)
        : response,
    ),
  },
]

function without(response: Response, header: string, where: boolean): Response {
  if (!where) return response
  const headers = new Headers(response.headers)
  headers.delete(header)
  return new Response(response.body, { status: response.status, headers })
}

function problem({ headers }: Response, code: "round-closed" | "unexpected", status: number): Response {
  const retry = code === "unexpected" ? "same" : "never"
  const all = new Headers(headers)
  all.set("content-type", "application/problem+json")
  return Response.json({ type: `urn:x:${code}`, title: code, status, code, retry }, { status, headers: all })
}

async function rewritten(request: Request, change: (text: string) => string): Promise<Request> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await request.clone().arrayBuffer())
    return new Request(request.url, { method: request.method, headers: request.headers, body: change(text) })
  } catch {
    // What is no JSON in UTF-8 goes on as it is.
    return request
  }
}
