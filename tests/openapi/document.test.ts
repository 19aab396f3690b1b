import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { problemCodes } from "../../src/contract/problemCodes.ts"
import { apiBase } from "../../src/contract/routes.ts"
import { apiRoutes } from "../../src/service/openapi/apiRoutes.ts"
import { openapiDocument } from "../../src/service/openapi/openapiDocument.ts"
import { openapiRoutes } from "../../src/service/openapi/openapiRoutes.ts"
import { type TestService, testService } from "../service/testService.ts"
import { withDocument } from "./tour.ts"

const document = openapiDocument()
const operations = Object.entries(document.paths).flatMap(([path, calls]) =>
  Object.entries(calls).map(([method, call]) => ({ path, method, call: call as Record<string, unknown> })),
)

let the: TestService
beforeAll(async () => {
  the = await testService()
})
afterAll(() => the.sql.close())

describe("the document", () => {
  it("has every call that the service answers, and no other", () => {
    const mounted = withDocument(the.app)
      .routes.filter(({ method, path }) => method !== "ALL" && path.startsWith(`${apiBase}/`))
      .map(({ method, path }) => `${method} ${path.slice(apiBase.length).replace(/:(\w+)/g, "{$1}")}`)
    const documented = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect([...new Set(documented)].sort()).toEqual([...new Set(mounted)].sort())
    expect(documented.length).toBe(apiRoutes.length)
  })

  it("is OpenAPI 3.1: every operation has its answers, every path its parameters, every name is one", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    expect(document.servers).toEqual([{ url: apiBase }])
    for (const { path, method, call } of operations) {
      expect(path).toMatch(/^\//)
      expect(["get", "put", "post"]).toContain(method)
      const parameters = call.parameters as { name: string; in: string; required: boolean; schema: unknown }[]
      const inPath = parameters.filter((one) => one.in === "path")
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
      expect(parameters.every(({ schema }) => schema !== undefined)).toBe(true)
      for (const [status, answer] of Object.entries(
        call.responses as Record<string, { description: string }>,
      )) {
        expect(status).toMatch(/^[2345]\d\d$/)
        expect(answer.description).not.toBe("")
      }
    }
    const ids = operations.map(({ call }) => call.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("refers only to schemas and credentials that it has, and uses every one of them", () => {
    const used = new Set<string>()
    JSON.stringify(document, (key, value) => {
      if (key === "$ref") used.add(value)
      return value
    })
    const names = Object.keys(document.components.schemas)
    expect([...used].map((ref) => ref.replace("#/components/schemas/", "")).sort()).toEqual(names.sort())
    const credentials = operations.flatMap(({ call }) =>
      (call.security as Record<string, never[]>[]).flatMap((one) => Object.keys(one)),
    )
    expect(new Set(credentials)).toEqual(new Set(Object.keys(document.components.securitySchemes)))
  })

  it("tells every problem code somewhere but the one of addresses that lead nowhere", () => {
    const told = new Set<string>(apiRoutes.flatMap(({ problems }) => problems))
    expect(problemCodes.filter((code) => !told.has(code))).toEqual(["route-unknown", "unexpected"])
  })

  it("writes instants as the wire has them, never as numbers", () => {
    const { Contest } = document.components.schemas as Record<string, { properties: Record<string, unknown> }>
    expect(Contest?.properties.rounds).toMatchObject({
      items: { properties: { opensAt: { type: "string", format: "date-time" } } },
    })
  })

  it("is served, the same each time", async () => {
    const app = openapiRoutes()
    const [first, second] = [await app.request("/openapi.json"), await app.request("/openapi.json")]
    expect(first.headers.get("content-type")).toBe("application/json")
    expect(await first.json()).toEqual(document)
    expect(second.status).toBe(200)
  })
})
