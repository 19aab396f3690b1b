import { Hono } from "hono"
import { openapiDocument } from "./openapiDocument.ts"

/** `GET /openapi.json`: the document, made once at start. */
export function openapiRoutes(): Hono {
  const text = JSON.stringify(openapiDocument())
  const app = new Hono()
  app.get("/openapi.json", (c) =>
    c.body(text, 200, { "content-type": "application/json", "cache-control": "public, max-age=3600" }),
  )
  return app
}
