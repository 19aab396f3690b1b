import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { schemaFaults } from "../check/schemas.ts"
import { integrationManifest } from "../generate/integrationManifest.ts"
import { packageVersion } from "../generate/version.ts"
import { deployment } from "../source/deployment.ts"
import { sha256Of } from "./integrity.ts"
import { buildForPackage, makePackage } from "./makePackage.ts"
import { packageLimits } from "./readZip.ts"
import { verifyPackage } from "./verify.ts"

const help = `npm run package                         writes dist/hue-s-contest-<version>.ma
npm run package -- --service <origin>   for another service than manifest/source/deployment.ts names
                   --contest <id>       for another contest
                   --out <file>         to another place
npm run package -- --verify <file>      says what is wrong with a package, if anything
                   --tree <hash>        and whether it is the one that was published`

async function main(): Promise<void> {
  const text = { type: "string" } as const
  const { values } = parseArgs({
    options: { service: text, contest: text, out: text, verify: text, tree: text, help: { type: "boolean" } },
  })
  if (values.help) print(help)
  else if (values.verify !== undefined) verify(values.verify, values.tree)
  else await write(values)
}

async function write(wish: { service?: string; contest?: string; out?: string }): Promise<void> {
  const { service = deployment.service, contest = deployment.contest } = wish
  const out =
    wish.out ?? fileURLToPath(new URL(`../../dist/hue-s-contest-${packageVersion()}.ma`, import.meta.url))
  const wished = { ...deployment, service, contest }
  const faults = schemaFaults("hue-s.json", integrationManifest(packageVersion(), wished))
  if (faults.length > 0)
    throw new Error(faults.map(({ path, message }) => `hue-s.json${path} ${message}`).join("\n"))
  const { bytes, tree } = makePackage(await buildForPackage(), wished)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, bytes)
  print(`${out}\n${bytes.length} bytes\nsha256 ${sha256Of(bytes)}\ntree ${tree}`)
}

function verify(path: string, tree: string | undefined): void {
  if (statSync(path).size > packageLimits.fileBytes) throw new Error("the file is too large")
  const bytes = readFileSync(path)
  const verified = verifyPackage(bytes, tree)
  if (!verified.ok) throw new Error(verified.faults.join("\n"))
  const { app } = verified.delivery.integration
  print(
    `${app.id} ${app.version}: as it should be\nsha256 ${sha256Of(bytes)}\ntree ${verified.integrity.tree}`,
  )
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

main().catch((error: unknown) => {
  // Lines for whoever runs it; a stack would hide them.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
