import { fileURLToPath } from "node:url"
import { build } from "vite"
import { codeChecks } from "../check/codeChecks.ts"
import { codeFacts } from "../check/codeFacts.ts"
import { packageVersion } from "../generate/version.ts"
import type { Deployment } from "../source/deployment.ts"
import { assemble } from "./assemble.ts"
import { readFolder } from "./readFolder.ts"
import { verifyPackage } from "./verify.ts"
import { writeZip } from "./writeZip.ts"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/** Builds the mini-app for a package and gives what was built, by path, with the public files. Writes nothing. */
export async function buildForPackage(): Promise<Map<string, Uint8Array>> {
  // Whatever the shell says: the same bytes everywhere.
  process.env.NODE_ENV = "production"
  const config = { configFile: `${repository}vite.config.ts`, mode: "package", logLevel: "warn" as const }
  const result = await build({ ...config, build: { write: false } })
  if (Array.isArray(result) || !("output" in result)) throw new Error("one build was expected")
  const built = readFolder(`${repository}public`)
  for (const file of result.output)
    built.set(file.fileName, Buffer.from(file.type === "chunk" ? file.code : file.source))
  return built
}

/**
 * The package of what was built, checked as whoever receives it checks it, and against the code. Rejects with one line for
 * each fault.
 */
export function makePackage(
  built: ReadonlyMap<string, Uint8Array>,
  deployment: Deployment,
): { bytes: Uint8Array; tree: string } {
  const bytes = writeZip(assemble(built, packageVersion(), deployment))
  const verified = verifyPackage(bytes)
  if (!verified.ok) throw new Error(verified.faults.join("\n"))
  const code = codeFacts()
  const faults = codeChecks.flatMap(({ claim, faults }) =>
    faults(verified.delivery, code).map((fault) => `not so: ${claim} (${fault})`),
  )
  if (faults.length > 0) throw new Error(faults.join("\n"))
  return { bytes, tree: verified.integrity.tree }
}
