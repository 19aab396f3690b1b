import { toJsonSchemaDefs } from "@valibot/to-json-schema"
import { apiBase } from "../../contract/routes.ts"
import { apiRoutes } from "./apiRoutes.ts"
import { operation } from "./operation.ts"
import { schemas } from "./schemas.ts"

/** An OpenAPI 3.1 document, as far as a reader of this module needs its shape. */
export type OpenApiDocument = {
  openapi: string
  info: Record<string, unknown>
  servers: { url: string }[]
  paths: Record<string, Record<string, unknown>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

/**
 * The API as an OpenAPI 3.1 document: calls from apiRoutes.ts, shapes from the contract's schemas as they are on the
 * wire. What JSON Schema cannot say (a known time zone) is left out; the contract's own check stays the stricter one.
 */
export function openapiDocument(): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {}
  for (const route of apiRoutes)
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) }
  return {
    openapi: "3.1.0",
    info: {
      title: "Contest API",
      version: "1",
      description:
        "Every answer carries Date by the service's clock. Every refusal is a problem (RFC 9457) whose `retry` says what to do next.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: apiBase }],
    paths,
    components: {
      schemas: wireSchemas(),
      securitySchemes: {
        identityToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "Signed by the host for this citizen; lives ten minutes at most",
        },
        ticket: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "Issued by this service for one person and round",
        },
      },
    },
  }
}

function wireSchemas(): Record<string, unknown> {
  return toJsonSchemaDefs(schemas, {
    target: "draft-2020-12",
    // As sent, before instants become numbers and defaults are filled in.
    typeMode: "input",
    ignoreActions: ["check", "trim"],
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  })
}
