import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { delimiter, join } from "node:path"

const debianRoot = "/usr/lib/postgresql"

/**
 * The folder of a PostgreSQL's programs: one on the PATH, else Debian's newest, else Debian's installed now where this
 * process may install packages. Throws one line that says what to do where none can be had.
 */
export function findPostgres(): string {
  return found() ?? installed() ?? complain()
}

function found(): string | undefined {
  const debian = existsSync(debianRoot)
    ? readdirSync(debianRoot)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianRoot, version, "bin"))
    : []
  const path = (process.env.PATH ?? "").split(delimiter).filter(Boolean)
  return [...path, ...debian].find((folder) =>
    ["initdb", "postgres"].every((program) => existsSync(join(folder, program))),
  )
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync("which", ["apt-get"]).status !== 0) return undefined
  process.stderr.write("No PostgreSQL found: installing Debian's.\n")
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "postgresql"]]) {
    const { status } = spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env: environment })
    if (status !== 0) return undefined
  }
  return found()
}

function complain(): never {
  throw new Error(
    "The PostgreSQL tests need its programs: install it (Debian: sudo apt-get install postgresql), or put the folder of initdb and postgres on the PATH",
  )
}
