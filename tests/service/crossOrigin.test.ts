import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { contestService } from "../../src/service/app.ts"
import { readSettings } from "../../src/service/settings.ts"
import { type TestService, testService } from "./testService.ts"

const packaged = "https://hue-s-contest.miniapp.example"
const contest = "/api/v1/contests/sample"

let test: TestService
let app: ReturnType<typeof contestService>
beforeAll(async () => {
  test = await testService()
  app = contestService({ ...test.service, packageOrigins: [packaged] })
})
afterAll(() => test?.sql.close())

const from = (origin: string, more: Record<string, string> = {}) => ({ headers: { origin, ...more } })
const preflight = (origin: string, path: string, method: string) =>
  app.request(path, {
    method: "OPTIONS",
    ...from(origin, {
      "access-control-request-method": method,
      "access-control-request-headers": "authorization,content-type",
    }),
  })

describe("a page at a declared origin", () => {
  it.each([
    ["GET", contest],
    ["POST", `${contest}/rounds/1/ticket`],
    ["PUT", `${contest}/rounds/1/entry`],
  ])("may %s %s, with a credential", async (method, path) => {
    const { status, headers } = await preflight(packaged, path, method)
    expect(status).toBe(204)
    expect(headers.get("access-control-allow-origin")).toBe(packaged)
    expect(headers.get("access-control-allow-methods")?.split(",")).toContain(method)
    expect(headers.get("access-control-allow-headers")).toBe("authorization,content-type")
    expect(headers.get("access-control-allow-credentials")).toBe(null)
  })

  it("reads answers, their clock and what the client goes by", async () => {
    const { status, headers } = await app.request(contest, from(packaged))
    expect([status, headers.get("access-control-allow-origin")]).toEqual([200, packaged])
    expect(headers.get("access-control-expose-headers")).toBe("date,etag,retry-after")
  })

  it("reads refusals too", async () => {
    const answer = await app.request(`${contest}/rounds/1/ticket`, { method: "POST", ...from(packaged) })
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([401, packaged])
  })
})

describe("nobody else reads anything:", () => {
  it.each([
    "https://evil.example",
    "http://hue-s-contest.miniapp.example",
    "https://hue-s-contest.miniapp.example.evil.example",
    "https://hue-s-contest.miniapp.example:8443",
    "null",
  ])("%s", async (origin) => {
    for (const { headers } of [
      await app.request(contest, from(origin)),
      await preflight(origin, `${contest}/rounds/1/entry`, "PUT"),
    ]) {
      expect(headers.get("access-control-allow-origin")).toBe(null)
      // A cache must not give this answer to a page that may.
      expect(headers.get("vary")).toContain("Origin")
    }
  })

  it("a declared origin outside the API", async () => {
    const { headers } = await app.request("/metrics", from(packaged))
    expect(headers.get("access-control-allow-origin")).toBe(null)
  })

  it("any origin, where none is declared", async () => {
    const { headers } = await test.app.request(contest, from(packaged))
    expect(headers.get("access-control-allow-origin")).toBe(null)
  })
})

describe("PACKAGE_ORIGINS", () => {
  it("are exact origins, separated by commas", () => {
    const { packageOrigins } = readSettings({ PACKAGE_ORIGINS: `${packaged}, https://app.example:8443` })
    expect(packageOrigins).toEqual([packaged, "https://app.example:8443"])
  })

  it.each([
    "*",
    "https://*.example",
    "https://app.example/",
    "app.example",
    "null",
  ])("are not %s", (origin) => {
    expect(() => readSettings({ PACKAGE_ORIGINS: origin })).toThrow(
      `PACKAGE_ORIGINS: "${origin}" is no origin`,
    )
  })
})
