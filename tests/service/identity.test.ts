import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { miniAppId } from "../../src/contract/clientConfig.ts"
import { ticketOwner } from "../../src/contract/ticketOwner.ts"
import { demoIssuerName } from "../../src/service/demo/demoIssuer.ts"
import { closesAt, opensAt, problemIn, type TestService, testService } from "./testService.ts"

let the: TestService
const now = opensAt + 3_600_000
const nowSeconds = now / 1000

beforeAll(async () => {
  the = await testService()
  the.setClock(now)
})
afterAll(() => the.sql.close())

describe("an identity token is not accepted", () => {
  const claims = (the: TestService, changed: Record<string, unknown>) => () => the.token("hoa", changed)
  const signedBy = async (alg: string, key: Parameters<SignJWT["sign"]>[0]) =>
    new SignJWT({ account: "vneid", assurance: 2, person: "hoa" })
      .setProtectedHeader({ alg, kid: "demo-1" })
      .setIssuer(demoIssuerName)
      .setAudience(miniAppId)
      .setSubject("x")
      .setJti("1")
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + 600)
      .sign(key)

  const hostile: [string, (the: TestService) => Promise<string>][] = [
    ["when it is no JWS", async () => "abc"],
    ["for another audience", (the) => claims(the, { aud: "another-app" })()],
    ["from another issuer", (the) => claims(the, { iss: "https://elsewhere.example" })()],
    ["after it has expired", (the) => claims(the, { iat: nowSeconds - 700, exp: nowSeconds - 100 })()],
    ["when it lives longer than ten minutes", (the) => claims(the, { exp: nowSeconds + 601 })()],
    ["when it was issued long ago", (the) => claims(the, { iat: nowSeconds - 3600 })()],
    [
      "when it comes from the future",
      (the) => claims(the, { iat: nowSeconds + 3600, exp: nowSeconds + 3900 })(),
    ],
    ["without an expiry", (the) => claims(the, { exp: null })()],
    ["without an issue time", (the) => claims(the, { iat: null })()],
    ["without an id", (the) => claims(the, { jti: null })()],
    ["without a subject", (the) => claims(the, { sub: null })()],
    ["without a kind of account", (the) => claims(the, { account: null })()],
    ["with an unknown kind of account", (the) => claims(the, { account: "facebook" })()],
    ["with an assurance that is none", (the) => claims(the, { assurance: 3 })()],
    ["with a person that is no text", (the) => claims(the, { person: { $ne: "" } })()],
    [
      "unsigned",
      async () =>
        new UnsecuredJWT({ account: "vneid", assurance: 2, person: "hoa", jti: "1" })
          .setIssuer(demoIssuerName)
          .setAudience(miniAppId)
          .setSubject("x")
          .setIssuedAt(nowSeconds)
          .setExpirationTime(nowSeconds + 600)
          .encode(),
    ],
    [
      "signed with the public key's name by another key",
      async () => signedBy("ES256", (await generateKeyPair("ES256")).privateKey),
    ],
    [
      "signed with a shared secret",
      () => signedBy("HS256", new TextEncoder().encode("demo-1".padEnd(32, "x"))),
    ],
    [
      "signed by an algorithm that is not pinned",
      async () => signedBy("RS256", (await generateKeyPair("RS256")).privateKey),
    ],
    [
      "with its payload changed",
      async (the) => {
        const [header, , signature] = (await the.token("hoa")).split(".")
        const payload = Buffer.from(JSON.stringify({ sub: "x", person: "someone-else" })).toString(
          "base64url",
        )
        return [header, payload, signature].join(".")
      },
    ],
    ["with its signature cut", async (the) => (await the.token("hoa")).slice(0, -4)],
  ]
  it.each(hostile)("%s", async (_, forge) => {
    const answer = await the.api("POST", "/rounds/1/ticket", { credential: await forge(the), body: {} })
    expect([answer.status, problemIn(answer).code, problemIn(answer).retry]).toEqual([
      401,
      "identity-invalid",
      "reauth",
    ])
    expect(answer.headers.get("www-authenticate")).toBe("Bearer")
  })
})

describe("a ticket", () => {
  it("says whose it is by a pseudonym only", async () => {
    const { ticket, participant, answer } = await the.ticket(
      "citizen-claim",
      { unit: "ward" },
      { name: "Nguyễn Thị Hoa".normalize("NFD") },
    )
    expect(participant).toEqual({ name: "Nguyễn Thị Hoa", unit: "ward" })
    expect(answer.headers.get("cache-control")).toBe("no-store")
    const payload = Buffer.from(ticket.split(".")[1] ?? "", "base64url").toString()
    for (const personal of ["Hoa", "citizen-claim", "sub-"]) expect(payload).not.toContain(personal)
    expect(ticketOwner(ticket)).toMatch(/^[\w-]{43}$/)
  })

  it("is the same person's on whichever account, and another's for another person", async () => {
    const vneid = ticketOwner((await the.ticket("one", {}, { sub: "a", account: "vneid" })).ticket)
    const hueS = ticketOwner(
      (await the.ticket("one", {}, { sub: "b", account: "hue-s", assurance: 1 })).ticket,
    )
    const other = ticketOwner((await the.ticket("two", {}, { sub: "a", account: "vneid" })).ticket)
    expect(hueS).toBe(vneid)
    expect(other).not.toBe(vneid)
  })

  it.each([
    ["without a person claim", {}, { person: null }, "person-missing"],
    ["with a unit that is not on the list", { unit: "nowhere" }, {}, "unit-unknown"],
  ])("is refused %s", async (_, declared, claims, reason) => {
    const { answer } = await the.ticket("refused", declared, claims)
    expect([answer.status, problemIn(answer).code, problemIn(answer).reason]).toEqual([
      403,
      "not-eligible",
      reason,
    ])
  })

  it("takes the unit from the host's claim over the declared one", async () => {
    expect((await the.ticket("official", { unit: "ward" }, { unit: "office" })).participant.unit).toBe(
      "office",
    )
  })

  it("is not issued before the round opens, and says when it does", async () => {
    the.setClock(opensAt - 1)
    const { answer } = await the.ticket("early")
    the.setClock(now)
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([403, "1"])
    expect(problemIn(answer)).toMatchObject({
      code: "round-not-open",
      retry: "after",
      opensAt: new Date(opensAt).toISOString(),
    })
  })

  it("refuses unknown members in its request", async () => {
    expect((await the.ticket("x", { round: 2 })).code).toBe("malformed")
  })

  it("lasts until fourteen days after grace", async () => {
    const { expiresAt } = await the.ticket("last")
    expect(Date.parse(expiresAt)).toBe(closesAt + 30 * 60_000 + 14 * 86_400_000)
  })
})

describe("by the definition", () => {
  const refusal = async (eligibility: Record<string, unknown>, claims: Record<string, unknown>) => {
    const other = await testService((file) => Object.assign(file.eligibility, eligibility))
    const { answer, ticket } = await other.ticket("who", {}, claims)
    await other.sql.close()
    return answer.status === 200 ? ticketOwner(ticket) && "let in" : problemIn(answer).reason
  }
  it.each([
    [{ accounts: ["vneid"] }, { account: "hue-s" }, "account-kind"],
    [{ minAssurance: 2 }, { assurance: 1 }, "assurance"],
    [{ minAge: 18 }, {}, "age"],
    [{ minAge: 18 }, { ageBand: "16-18" }, "age"],
    [{ minAge: 18 }, { ageBand: "18+" }, "let in"],
    [{ unitRequired: true }, {}, "unit-required"],
    [{ identity: "account" }, { person: null }, "let in"],
  ])("%j meets %j: %s", async (eligibility, claims, reason) => {
    expect(await refusal(eligibility, claims)).toBe(reason)
  })
})
