import { Hono } from "hono"
import { apiBase } from "../../src/contract/routes.ts"
import { type ApiRoute, apiRoutes } from "../../src/service/openapi/apiRoutes.ts"
import { openapiRoutes } from "../../src/service/openapi/openapiRoutes.ts"
import type { SchemaName } from "../../src/service/openapi/schemas.ts"

/** One call of a tour, and what came back. */
export type Visit = {
  route: ApiRoute
  url: string
  as: string
  status: number
  headers: Headers
  text: string
}

export type TourPlan = {
  /** Bearer tokens by the name of who calls; undefined: without one. */
  callers: Record<string, string | undefined>
  /** What stands for `{…}` in paths: every value in its turn. */
  values: Record<"contest" | "round" | "code", readonly string[]>
  /** What is sent where the document wants a body. */
  bodies: Partial<Record<SchemaName, unknown>>
}

/** A service with the document in its place under the base path. */
export function withDocument(app: Hono): Hono {
  return new Hono().route(apiBase, openapiRoutes()).route("/", app)
}

/** Calls every route of the document as everyone, one after the other. */
export async function tour(app: Hono, { callers, values, bodies }: TourPlan): Promise<Visit[]> {
  const visits: Visit[] = []
  for (const route of apiRoutes) {
    for (const url of filled(route.path, values)) {
      for (const [as, token] of Object.entries(callers)) {
        const response = await app.request(apiBase + url, {
          method: route.method.toUpperCase(),
          headers: {
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(route.request === undefined ? {} : { "content-type": "application/json" }),
          },
          ...(route.request === undefined ? {} : { body: JSON.stringify(bodies[route.request]) }),
        })
        const { status, headers } = response
        visits.push({ route, url, as, status, headers, text: await response.text() })
      }
    }
  }
  return visits
}

function filled(path: string, values: TourPlan["values"]): string[] {
  const [, name] = /\{(\w+)\}/.exec(path) ?? []
  if (name === undefined) return [path]
  const those = values[name as keyof typeof values]
  return those.flatMap((value) => filled(path.replace(`{${name}}`, value), values))
}
