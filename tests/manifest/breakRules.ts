import { schemas } from "../../manifest/check/schemas.ts"

/** A document that breaks one rule of its schema, and where: `keyword` at `path` of the document, `rule` in the schema. */
export type Broken = { rule: string; path: string; keyword: string; document: unknown }

type Schema = Record<string, unknown>
type Place = { path: string; schema: Schema; rule: string; value: unknown }

/**
 * For every rule of a schema (each keyword that can refuse something, each required member) a document that breaks this
 * rule, made from one that keeps all of them.
 * @param schemaId of the schema to go through, with all that it refers to
 */
export function breakEveryRule(schemaId: string, valid: unknown): Broken[] {
  const broken: Broken[] = []
  const visit = ({ path, schema, rule, value }: Place): void => {
    for (const [keyword, breaks] of Object.entries(breakers)) {
      if (!(keyword in schema)) continue
      for (const { put, member } of breaks(schema[keyword], value)) {
        const name = member === undefined ? keyword : `${keyword}/${member}`
        broken.push({ rule: `${rule}/${name}`, path, keyword, document: replaced(valid, path, put) })
      }
    }
    for (const [name, inner] of members(schema.properties))
      if (isObject(value) && name in value)
        enter(inner, `${rule}/properties/${name}`, `${path}/${name}`, value[name])
    if (isObject(schema.items) && Array.isArray(value) && value.length > 0)
      enter(schema.items, `${rule}/items`, `${path}/0`, value[0])
    const [[name, one] = []] = Object.entries(Object(value))
    if (isObject(schema.additionalProperties) && name !== undefined)
      enter(schema.additionalProperties, `${rule}/additionalProperties`, `${path}/${escaped(name)}`, one)
  }
  const enter = (schema: Schema, rule: string, path: string, value: unknown) =>
    visit({ path, value, ...followed(schema, rule) })
  visit({ path: "", schema: schemas.get(schemaId) ?? {}, rule: schemaId, value: valid })
  return broken
}

/** Every rule that a schema and all that it refers to have, by their place. */
export function rulesOf(schemaId: string): Set<string> {
  const rules = new Set<string>()
  const seen = new Set<string>()
  const visit = ({ schema, rule }: Pick<Place, "schema" | "rule">): void => {
    if (seen.has(rule)) return
    seen.add(rule)
    for (const keyword of Object.keys(schema)) {
      const named =
        keyword === "required" ? (schema.required as string[]).map((name) => `${keyword}/${name}`) : [keyword]
      const opensOthers =
        structural.includes(keyword) || (keyword === "additionalProperties" && isObject(schema[keyword]))
      if (!opensOthers) for (const name of named) rules.add(`${rule}/${name}`)
    }
    for (const [name, inner] of members(schema.properties))
      visit(followed(inner, `${rule}/properties/${name}`))
    for (const keyword of ["items", "additionalProperties"]) {
      const inner = schema[keyword]
      if (isObject(inner)) visit(followed(inner, `${rule}/${keyword}`))
    }
  }
  visit({ schema: schemas.get(schemaId) ?? {}, rule: schemaId })
  return rules
}

const structural = ["$schema", "$id", "$ref", "$defs", "$comment", "title", "properties", "items"]

type Break = { put: unknown; member?: string }

/** For each keyword, what to put in place of a good value so that this keyword refuses it. */
const breakers: Record<string, (rule: unknown, value: unknown) => Break[]> = {
  type: (rule) => [{ put: rule === "string" ? 7 : "text" }],
  const: (rule) => [
    {
      put:
        typeof rule === "boolean"
          ? !rule
          : Array.isArray(rule)
            ? []
            : typeof rule === "number"
              ? rule + 1
              : `${rule}?`,
    },
  ],
  enum: () => [{ put: "something else" }],
  pattern: () => [{ put: "không đúng" }],
  minLength: () => [{ put: "" }],
  maxLength: (rule) => [{ put: "x".repeat(Number(rule) + 1) }],
  minimum: (rule) => [{ put: Number(rule) - 1 }],
  maximum: (rule) => [{ put: Number(rule) + 1 }],
  minItems: (rule, value) => [{ put: (value as unknown[]).slice(0, Number(rule) - 1) }],
  maxItems: () => [{ put: ["one too many"] }],
  uniqueItems: (_, value) => [
    {
      put: [...(value as unknown[]), (value as unknown[])[0] ?? "twice", (value as unknown[])[0] ?? "twice"],
    },
  ],
  minProperties: () => [{ put: {} }],
  propertyNames: (_, value) => [
    { put: { ...(value as object), "../outside": Object.values(value as object)[0] } },
  ],
  required: (rule, value) =>
    (rule as string[]).map((name) => {
      const { [name]: _, ...rest } = value as Record<string, unknown>
      return { put: rest, member: name }
    }),
  additionalProperties: (rule, value) =>
    rule === false ? [{ put: { ...(value as object), unknown: 1 } }] : [],
}

/** The schema itself, or the one that it refers to, under the name of its place. */
function followed(schema: Schema, rule: string): { schema: Schema; rule: string } {
  const { $ref } = schema
  if (typeof $ref !== "string") return { schema, rule }
  const [id, pointer = ""] = $ref.split("#")
  const file = id || (rule.split("/")[0] ?? "")
  const names = pointer.split("/").filter(Boolean)
  const target = names.reduce<Schema>((inner, name) => inner[name] as Schema, schemas.get(file) ?? {})
  return { schema: target, rule: file + pointer }
}

/** A copy of the document with another value at a JSON pointer. */
function replaced(document: unknown, path: string, put: unknown): unknown {
  if (path === "") return put
  const copy = structuredClone(document)
  const names = path
    .split("/")
    .slice(1)
    .map((name) => name.replace(/~1/g, "/").replace(/~0/g, "~"))
  const last = names.pop() ?? ""
  const parent = names.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], copy)
  ;(parent as Record<string, unknown>)[last] = put
  return copy
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const escaped = (name: string) => name.replace(/~/g, "~0").replace(/\//g, "~1")
const members = (properties: unknown) =>
  isObject(properties) ? (Object.entries(properties) as [string, Schema][]) : []
