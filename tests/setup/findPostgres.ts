import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { delimiter, join } from "node:path"

const debianRoot = "/usr/lib/postgresql"

/**
 * The folder that holds these programs of a PostgreSQL: one on the PATH, else Debian's newest, else Debian's installed now
 * where this process may install packages. Throws one line that says what to do where none can be had.
 */
export function findPostgres(programs: readonly string[] = ["initdb", "postgres"]): string {
  return found(programs) ?? installed(programs) ?? complain(programs)
}

function found(programs: readonly string[]): string | undefined {
  const debian = existsSync(debianRoot)
    ? readdirSync(debianRoot)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianRoot, version, "bin"))
    : []
  const path = (process.env.PATH ?? "").split(delimiter).filter(Boolean)
  return [...path, ...debian].find((folder) => programs.every((program) => existsSync(join(folder, program))))
}

function installed(programs: readonly string[]): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync("which", ["apt-get"]).status !== 0) return undefined
  process.stderr.write("No PostgreSQL found: installing Debian's.\n")
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "postgresql"]]) {
    const { status } = spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env: environment })
    if (status !== 0) return undefined
  }
  return found(programs)
}

function complain(programs: readonly string[]): never {
  throw new Error(
    `This needs PostgreSQL's programs: install it (Debian: sudo apt-get install postgresql), or put the folder of ${programs.join(" and ")} on the PATH`,
  )
}
