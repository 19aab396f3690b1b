import { execFileSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/** A copy of the working tree's files, with the packages linked, for changes that must not reach the real one. */
export function copyTree(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "planted-bugs-"))
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
  })
  for (const file of listed.split("\n").filter(Boolean)) {
    if (!existsSync(join(repository, file))) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(repository, file), join(folder, file))
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"))
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}
