import { spawnSync } from "node:child_process"

/**
 * The path of a program: the one on the PATH, else Debian's, installed now where this process may install packages.
 * Throws one line that says what to do where it cannot be had.
 */
export function findProgram(name: string, debianPackage = name): string {
  return onPath(name) ?? installed(name, debianPackage) ?? complain(name, debianPackage)
}

function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" })
  return status === 0 ? stdout.trim() : undefined
}

function installed(name: string, debianPackage: string): string | undefined {
  if (process.getuid?.() !== 0 || onPath("apt-get") === undefined) return undefined
  process.stderr.write(`No ${name} found: installing Debian's.\n`)
  const run = {
    stdio: ["ignore", 2, 2] as ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", debianPackage]])
    if (spawnSync("apt-get", args, run).status !== 0) return undefined
  return onPath(name)
}

function complain(name: string, debianPackage: string): never {
  throw new Error(`These tests need ${name}: install it (Debian: sudo apt-get install ${debianPackage})`)
}
