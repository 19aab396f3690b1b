import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/** Runs the command behind `npm run package`, here or in a copy of the repository, as a process of its own. */
export function runPackage(
  args: string[],
  { folder = repository, environment = {}, umask = "022" }: RunOptions = {},
): { status: number | null; output: string; errors: string } {
  const command = `umask ${umask} && exec "$0" --import tsx manifest/package/main.ts "$@"`
  const { NODE_ENV: _, ...inherited } = process.env
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command, process.execPath, ...args], {
    cwd: folder,
    env: { ...inherited, ...environment },
    encoding: "utf8",
  })
  return { status, output: stdout, errors: stderr }
}

type RunOptions = { folder?: string; environment?: Record<string, string>; umask?: string }

/** Makes a package into a temporary folder, or throws what the command says. */
export function newPackage(
  args: string[] = [],
  options: RunOptions = {},
): { path: string; bytes: Uint8Array; output: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "contest-package-"))
  const path = join(folder, "package.ma")
  const { status, output, errors } = runPackage(["--out", path, ...args], options)
  if (status !== 0) throw new Error(errors)
  return {
    path,
    bytes: Uint8Array.from(readFileSync(path)),
    output,
    remove: () => rmSync(folder, { recursive: true }),
  }
}
