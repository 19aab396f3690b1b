import type { ProblemCode } from "../../contract/problemCodes.ts"
import { problems } from "../../contract/problems.ts"
import type { ApiRoute } from "./apiRoutes.ts"
import type { SchemaName } from "./schemas.ts"

type Json = Record<string, unknown>

const refTo = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` })
const header = (description: string): Json => ({ description, schema: { type: "string" } })
const securityOf: Record<ApiRoute["credential"], Json[]> = {
  none: [],
  identity: [{ identityToken: [] }],
  ticket: [{ ticket: [] }],
  "ticket-or-identity": [{ ticket: [] }, { identityToken: [] }],
}
const goodWords = { 200: "OK", 201: "Created", 304: "Not modified: what you have is still it" } as const

/** The OpenAPI operation of a call: its parameters, body and answers, problems included. */
export function operation(route: ApiRoute): Json {
  return {
    operationId: operationId(route),
    summary: route.summary,
    security: securityOf[route.credential],
    parameters: parametersOf(route),
    ...(route.request === undefined
      ? {}
      : {
          requestBody: { required: true, content: { "application/json": { schema: refTo(route.request) } } },
        }),
    responses: { ...goodAnswers(route), ...refusals(route.problems) },
  }
}

function operationId({ method, path }: ApiRoute): string {
  const words = path
    .split("/")
    .flatMap((part) => (part.startsWith("{") ? [] : part.split(/\W/).filter(Boolean)))
  const by = path.endsWith("}") ? ["One"] : []
  return [method, ...words, ...by]
    .map((word, i) => (i === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
    .join("")
}

function parametersOf({ path, byDivision, answers }: ApiRoute): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: name === "round" ? { type: "integer", minimum: 1, maximum: 99 } : { type: "string" },
  }))
  const division = { name: "division", in: "query", required: false, schema: { type: "string" } }
  const ifNoneMatch = { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } }
  return [...inPath, ...(byDivision ? [division] : []), ...(304 in answers ? [ifNoneMatch] : [])]
}

function goodAnswers({ answers, mediaType }: ApiRoute): Json {
  const statuses = [200, 201, 304] as const
  return Object.fromEntries(
    statuses.flatMap((status) => {
      const schema = answers[status]
      if (schema === undefined) return []
      const content =
        schema === null ? {} : { content: { [mediaType ?? "application/json"]: { schema: refTo(schema) } } }
      const etag = 304 in answers ? { ETag: header("Changes when the answer does") } : {}
      const headers = { Date: header("The service's clock"), ...etag }
      return [[String(status), { description: goodWords[status], headers, ...content }]]
    }),
  )
}

function refusals(codes: readonly ProblemCode[]): Json {
  const byStatus = new Map<number, ProblemCode[]>()
  // Anything may go wrong inside, anywhere.
  for (const code of [...new Set<ProblemCode>([...codes, "unexpected"])]) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries([...byStatus].map(([status, those]) => [String(status), refusal(those)]))
}

function refusal(codes: readonly ProblemCode[]): Json {
  const waits = codes.some((code) => problems[code].retry === "after")
  const retryAfter = waits ? { "Retry-After": header("Seconds to wait; always there with 429 and 503") } : {}
  return {
    description: codes.map((code) => `${code} (retry: ${problems[code].retry})`).join(", "),
    headers: { Date: header("The service's clock"), ...retryAfter },
    content: {
      "application/problem+json": {
        schema: { allOf: [refTo("Problem"), { properties: { code: { enum: codes } } }] },
      },
    },
  }
}
