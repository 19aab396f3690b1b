type Schema = Record<string, unknown>
type Components = Record<string, unknown>

const notes = new Set(["default", "description", "title", "$schema"])
const isObject = (value: unknown): value is Schema =>
  value !== null && typeof value === "object" && !Array.isArray(value)

/**
 * What of a value disagrees with a JSON Schema (draft 2020-12), as "path: why". Knows the keywords that the document
 * uses; one it does not know is an error, so that nothing passes unchecked.
 */
export function disagreements(schema: unknown, value: unknown, components: Components, path = "$"): string[] {
  if (!isObject(schema)) return [`${path}: no schema`]
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (notes.has(keyword)) return []
    const check = keywords[keyword]
    if (!check) return [`${path}: unknown keyword ${keyword}`]
    return check(rule, value, {
      path,
      siblings: schema,
      sub: (inner, item, at) => disagreements(inner, item, components, `${path}${at}`),
      resolve: (ref) => components[ref.replace("#/components/schemas/", "")],
    })
  })
}

type Surroundings = {
  path: string
  siblings: Schema
  sub: (schema: unknown, value: unknown, at: string) => string[]
  resolve: (ref: string) => unknown
}
type Keyword = (rule: unknown, value: unknown, around: Surroundings) => string[]

const unless = (fine: boolean, path: string, why: string) => (fine ? [] : [`${path}: ${why}`])
const list = (rule: unknown): unknown[] => (Array.isArray(rule) ? rule : [])
const typeOf = (value: unknown) =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "array"
      : typeof value === "object"
        ? "object"
        : typeof value

const keywords: Record<string, Keyword> = {
  $ref: (rule, value, { sub, resolve }) => sub(resolve(String(rule)), value, ""),
  type: (rule, value, { path }) =>
    unless(rule === "integer" ? Number.isInteger(value) : typeOf(value) === rule, path, `no ${rule}`),
  const: (rule, value, { path }) => unless(value === rule, path, `not ${rule}`),
  enum: (rule, value, { path }) => unless(list(rule).includes(value), path, `${value} is none of ${rule}`),
  pattern: (rule, value, { path }) =>
    unless(typeof value !== "string" || new RegExp(String(rule), "u").test(value), path, `not like ${rule}`),
  format: (rule, value, { path }) => {
    if (typeof value !== "string") return []
    if (rule === "date-time")
      return unless(
        /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/.test(value) && Date.parse(value) > 0,
        path,
        "no instant",
      )
    if (rule === "date") return unless(/^\d{4}-\d\d-\d\d$/.test(value), path, "no date")
    return unless(rule === "uri" && URL.canParse(value), path, `no ${rule}`)
  },
  minimum: (rule, value, { path }) => unless(Number(value) >= Number(rule), path, `under ${rule}`),
  maximum: (rule, value, { path }) => unless(Number(value) <= Number(rule), path, `over ${rule}`),
  minLength: (rule, value, { path }) => unless([...String(value)].length >= Number(rule), path, "too short"),
  maxLength: (rule, value, { path }) => unless([...String(value)].length <= Number(rule), path, "too long"),
  minItems: (rule, value, { path }) => unless(list(value).length >= Number(rule), path, "too few"),
  items: (rule, value, { sub }) => list(value).flatMap((item, index) => sub(rule, item, `[${index}]`)),
  required: (rule, value, { path }) =>
    list(rule).flatMap((name) =>
      unless(isObject(value) && Object.hasOwn(value, String(name)), path, `${name} is missing`),
    ),
  properties: (rule, value, { sub }) =>
    isObject(rule) && isObject(value)
      ? Object.entries(value).flatMap(([name, member]) =>
          Object.hasOwn(rule, name) ? sub(rule[name], member, `.${name}`) : [],
        )
      : [],
  additionalProperties: (rule, value, { path, siblings, sub }) => {
    if (!isObject(value)) return []
    const known = isObject(siblings.properties) ? siblings.properties : {}
    return Object.entries(value).flatMap(([name, member]) => {
      if (Object.hasOwn(known, name)) return []
      return rule === false
        ? [`${path}: unknown member ${name}`]
        : isObject(rule)
          ? sub(rule, member, `.${name}`)
          : []
    })
  },
  propertyNames: (rule, value, { sub }) =>
    isObject(value) ? Object.keys(value).flatMap((name) => sub(rule, name, `.${name} (name)`)) : [],
  allOf: (rule, value, { sub }) => list(rule).flatMap((one) => sub(one, value, "")),
  anyOf: anyOf,
  oneOf: anyOf,
}

function anyOf(rule: unknown, value: unknown, { path, sub }: Surroundings): string[] {
  const outcomes = list(rule).map((one) => sub(one, value, ""))
  return outcomes.some((faults) => faults.length === 0)
    ? []
    : [`${path}: fits none (${outcomes.flat().join("; ")})`]
}
