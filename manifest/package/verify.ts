import * as v from "valibot"
import { clientConfigSchema } from "../../src/contract/clientConfigSchema.ts"
import type { Delivery } from "../check/delivery.ts"
import { packageChecks } from "../check/packageChecks.ts"
import { schemaFaults } from "../check/schemas.ts"
import { type Integrity, integrityOf, integrityPath } from "./integrity.ts"
import { readZip } from "./readZip.ts"

export type Verified =
  | { ok: true; delivery: Delivery; integrity: Integrity }
  | { ok: false; faults: string[] }

/** Without these it is no package of this app. */
const required = ["manifest.json", "hue-s.json", "app.js", "app.css", "pages/config.json", integrityPath]

/**
 * Unpacks a package in memory, if it is one: a plain ZIP within limits, with exactly the files that `integrity.json`
 * lists, manifests by their schemas, and nothing that contradicts itself. Else every fault that could be seen.
 * @param tree what the publisher says `tree` is; without it somebody may have packed other files anew
 */
export function verifyPackage(bytes: Uint8Array, tree?: string): Verified {
  const read = readZip(bytes)
  if (!read.ok) return { ok: false, faults: [read.fault] }
  const { files } = read
  const missing = required.filter((path) => !files.has(path)).map((path) => `${path} is missing`)
  if (missing.length > 0) return { ok: false, faults: missing }

  const stock = integrityOf(files)
  const documents = ["manifest.json", "hue-s.json", integrityPath].map(
    (path) => [path, readJson(files, path)] as const,
  )
  const faults = [
    ...documents.flatMap(([path, document]) =>
      schemaFaults(path, document).map((fault) => `${path}${fault.path} ${fault.message}`),
    ),
    ...configFaults(readJson(files, "pages/config.json")),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const [miniApp, integration, listed] = documents.map(([, document]) => document) as [
    Delivery["miniApp"],
    Delivery["integration"],
    Integrity,
  ]
  const changed = integrityFaults(listed, stock, tree)
  if (changed.length > 0) return { ok: false, faults: changed }
  const delivery = { files, miniApp, integration }
  const contradictions = packageChecks.flatMap(({ claim, faults }) =>
    faults(delivery).map((fault) => `not so: ${claim} (${fault})`),
  )
  return contradictions.length > 0
    ? { ok: false, faults: contradictions }
    : { ok: true, delivery, integrity: stock }
}

/** undefined for what is no JSON, which no schema likes. */
function readJson(files: Delivery["files"], path: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(files.get(path)))
  } catch {
    return undefined
  }
}

function configFaults(config: unknown): string[] {
  const read = v.safeParse(v.strictObject(clientConfigSchema.entries), config)
  if (!read.success) return read.issues.map(({ message }) => `pages/config.json ${message}`)
  return read.output.allowLoopbackHosts ? ["pages/config.json is the demo's"] : []
}

function integrityFaults(listed: Integrity, stock: Integrity, tree: string | undefined): string[] {
  const paths = new Set([...Object.keys(listed.files), ...Object.keys(stock.files)])
  const faults = [...paths].sort().flatMap((path) => {
    const [said, found] = [listed.files[path], stock.files[path]]
    if (!found) return [`${path} is listed, but missing`]
    if (!said) return [`${path} is not listed`]
    return said.bytes === found.bytes && said.sha256 === found.sha256 ? [] : [`${path} was changed`]
  })
  if (listed.tree !== stock.tree) faults.push("the tree's hash is another")
  if (tree !== undefined && tree !== stock.tree) faults.push("it is not the tree that was published")
  return faults
}
