import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { exportJWK, generateKeyPair, SignJWT } from "jose"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { demoIssuerName } from "../../src/service/demo/demoIssuer.ts"
import { identityVerifier } from "../../src/service/identity/identity.ts"
import { signingKey } from "../../src/service/identity/secrets.ts"
import { Refusal } from "../../src/service/routes/problem.ts"
import { cachedIdentities } from "../../src/service/serve/identityCache.ts"
import { receiptsOf, ticketsOf } from "../../src/service/serve/keys.ts"
import { readProductionSettings } from "../../src/service/serve/productionSettings.ts"
import { remoteKeys } from "../../src/service/serve/remoteKeys.ts"
import { readSecretsFile } from "../../src/service/serve/secretsFile.ts"

const environment = {
  DATABASE_URL: "postgres://contest@db/contest",
  IDENTITY_ISSUER: "https://hue-s.example",
  IDENTITY_JWKS_URL: "https://hue-s.example/keys",
  CONTEST: "hue-s-2024",
}

describe("the production service starts", () => {
  it("with four settings", () => {
    const read = readProductionSettings(environment)
    expect(read).toMatchObject({
      ok: true,
      settings: { identity: { audience: "hue-s-contest" }, host: "127.0.0.1", port: 8080, hostOrigins: [] },
    })
  })

  it.each([
    ["without a database", { DATABASE_URL: undefined }, "DATABASE_URL"],
    ["on a folder", { DATABASE_URL: "/var/lib/contest" }, "DATABASE_URL"],
    ["on PGlite's memory", { DATABASE_URL: ":memory:" }, "DATABASE_URL"],
    ["without an issuer", { IDENTITY_ISSUER: undefined }, "IDENTITY_ISSUER"],
    ["with the demo issuer", { IDENTITY_ISSUER: demoIssuerName }, "IDENTITY_ISSUER"],
    ["without the issuer's keys", { IDENTITY_JWKS_URL: undefined }, "IDENTITY_JWKS_URL"],
    ["with keys over plain http", { IDENTITY_JWKS_URL: "http://hue-s.example/keys" }, "IDENTITY_JWKS_URL"],
    ["with keys out of a file", { IDENTITY_JWKS_URL: "file:///keys" }, "IDENTITY_JWKS_URL"],
    ["without a contest", { CONTEST: undefined }, "CONTEST"],
    ["with a host that is no origin", { HOST_ORIGINS: "https://a.example/path" }, "HOST_ORIGINS"],
    ["with a link that is none", { HOST_LINK: "hue-s" }, "HOST_LINK"],
    ["on a port that is none", { PORT: "http" }, "PORT"],
  ])("not %s, in one line that names the setting", (_, change, name) => {
    const read = readProductionSettings({ ...environment, ...change })
    expect(read).toEqual({ ok: false, faults: [expect.stringMatching(new RegExp(`^${name}[^\n]+$`))] })
  })

  it("not before every fault is told", () => {
    const read = readProductionSettings({})
    expect(read.ok ? [] : read.faults.map((fault) => fault.split(" ")[0])).toEqual([
      "DATABASE_URL",
      "IDENTITY_ISSUER",
      "IDENTITY_JWKS_URL",
      "CONTEST",
    ])
  })

  it("with keys over http on the loopback", () => {
    const loopback = { IDENTITY_JWKS_URL: "http://127.0.0.1:9000/keys" }
    expect(readProductionSettings({ ...environment, ...loopback }).ok).toBe(true)
  })
})

describe("verified identity tokens", () => {
  const claims = { sub: "s", iat: 0, exp: 600, account: "vneid", assurance: 2 } as const
  const counting = (most?: number) => {
    let now = 0
    const asked: string[] = []
    const verify = async (token: string) => {
      asked.push(token)
      return token.startsWith("bad") ? null : { ...claims, person: token }
    }
    return {
      asked,
      ask: cachedIdentities(verify, () => now, most),
      setClock: (instant: number) => {
        now = instant
      },
    }
  }

  it("are checked once until they expire", async () => {
    const { ask, asked, setClock } = counting()
    for (const token of ["one", "two", "one"]) expect(await ask(token)).toMatchObject({ person: token })
    setClock(599_999)
    await ask("one")
    expect(asked).toEqual(["one", "two"])
    setClock(600_000)
    await ask("one")
    expect(asked).toEqual(["one", "two", "one"])
  })

  it("are not many, and refused ones none", async () => {
    const { ask, asked } = counting(2)
    for (const token of ["a", "b", "c", "c", "b", "a"]) await ask(token)
    expect(asked).toEqual(["a", "b", "c", "a"])
    expect([await ask("bad"), await ask("bad")]).toEqual([null, null])
    expect(asked.slice(4)).toEqual(["bad", "bad"])
  })
})

describe("the issuer's keys", () => {
  const issuer = "https://hue-s.example"
  let published: unknown[] = []
  let status = 200
  const server = createServer((_, answer) => {
    answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ keys: published }))
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
  afterAll(() => server.close())
  const freshVerifier = () => {
    const { port } = server.address() as AddressInfo
    const keys = remoteKeys(new URL(`http://127.0.0.1:${port}/keys`))
    return identityVerifier({ issuer, audience: "app", keys }, () => Date.now())
  }
  const newKey = async (kid: string) => {
    const { privateKey, publicKey } = await generateKeyPair("ES256")
    const token = () =>
      new SignJWT({ account: "vneid", assurance: 1, jti: "1" })
        .setProtectedHeader({ alg: "ES256", kid })
        .setIssuer(issuer)
        .setAudience("app")
        .setSubject("s")
        .setIssuedAt()
        .setExpirationTime("5m")
        .sign(privateKey)
    return { jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256" }, token }
  }

  it("open tokens by whichever of them signed; a key that is not published opens none", async () => {
    const [old, current, foreign] = [await newKey("old"), await newKey("new"), await newKey("foreign")]
    published = [old.jwk, current.jwk]
    const verify = freshVerifier()
    expect(await verify(await old.token())).toMatchObject({ sub: "s" })
    expect(await verify(await current.token())).toMatchObject({ sub: "s" })
    expect(await verify(await foreign.token())).toBe(null)
  })

  it("that cannot be had are no fault of the token's", async () => {
    const { token, jwk } = await newKey("one")
    published = [jwk]
    status = 502
    const answer = await freshVerifier()(await token()).catch((error: unknown) => error)
    status = 200
    expect(answer).toBeInstanceOf(Refusal)
    expect(answer).toMatchObject({ code: "busy" })
    expect(await freshVerifier()(await token())).toMatchObject({ sub: "s" })
  })
})

describe("the service's own keys", () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "contest-secrets-"))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const random = (letter: string) => letter.repeat(43)
  const read = (content: unknown) => {
    const path = join(folder, "secrets.json")
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content))
    return readSecretsFile(path)
  }
  const ring = async () => ({
    receiptKeys: [await signingKey("2"), await signingKey("1")],
    ticketKeys: [random("B"), random("A")],
    personKey: random("C"),
  })

  it("are rotated: the first signs, the others are still recognised, none is shown", async () => {
    const keys = read(await ring())
    const receipts = await receiptsOf(keys)
    expect(receipts.keys.keys.map(({ kid }) => kid)).toEqual(["2", "1"])
    expect(JSON.stringify(receipts.keys)).not.toContain('"d"')
    const claims = { person: "p", contest: "c", round: 1, division: "all", issuedAt: 1_000_000 }
    const clock = () => 1_000_000
    const [before, now, after] = [
      ticketsOf({ ...keys, ticketKeys: [random("A")] }, clock),
      ticketsOf(keys, clock),
      ticketsOf({ ...keys, ticketKeys: [random("B")] }, clock),
    ]
    const [old, current] = [await before.issue(claims, 2_000_000), await now.issue(claims, 2_000_000)]
    expect(await now.open(old, "c", 1)).toMatchObject({ ok: true, claims })
    expect(await after.open(current, "c", 1)).toMatchObject({ ok: true })
    expect(await after.open(old, "c", 1)).toEqual({ ok: false, code: "ticket-invalid" })
  })

  it.each([
    ["no JSON", async () => "{secret"],
    ["no private key to sign with", async () => withoutPrivate(await ring())],
    ["a short key", async () => ({ ...(await ring()), personKey: "secret" })],
    ["an unknown member", async () => ({ ...(await ring()), ticketKey: "secret" })],
  ])("are refused with %s, without a word of them", async (_, file) => {
    const content = await file()
    expect(() => read(content)).toThrow(/^SECRETS_FILE [^\n]+$/)
    expect(() => read(content)).not.toThrow(/secret[^s.]|[A-Z]{43}/)
  })
})

function withoutPrivate(ring: { receiptKeys: { d?: string | undefined }[] }) {
  return { ...ring, receiptKeys: ring.receiptKeys.map(({ d: _, ...key }) => key) }
}
