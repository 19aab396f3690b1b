import { readdirSync, readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"

const folder = new URL("../schemas/", import.meta.url)

/** Every JSON Schema here, by its `$id`. */
export const schemas: ReadonlyMap<string, Record<string, unknown>> = new Map(
  readdirSync(folder)
    .sort()
    .map((file) => {
      const schema = JSON.parse(readFileSync(new URL(file, folder), "utf8"))
      return [schema.$id, schema]
    }),
)

const ajv = new Ajv2020({ strict: true, allErrors: true, schemas: [...schemas.values()] })

/** What a rule of a schema does not like: where in the document, and which rule (`bridge/versions minItems`). */
export type SchemaFault = { path: string; keyword: string; message: string }

/** The faults of a document by one of our schemas, named like the document: `hue-s.json` by `hue-s.schema.json`. */
export function schemaFaults(name: string, document: unknown): SchemaFault[] {
  const validate = ajv.getSchema(`${name.replace(/\.json$/, "")}.schema.json`)
  if (!validate) throw new Error(`there is no schema for ${name}`)
  validate(document)
  return (validate.errors ?? []).map(({ instancePath, keyword, message = "" }) => ({
    path: instancePath,
    keyword,
    message,
  }))
}
