import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

/**
 * The path of a Chromium: CHROMIUM from the environment, else one on the PATH, else Debian's, installed now where this
 * process may install packages. Throws one line that says what to do where none can be had.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment.CHROMIUM
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM names ${given}, which is not there`)
  }
  return onPath() ?? installed() ?? complain()
}

function onPath(): string | undefined {
  for (const name of names) {
    const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" })
    if (status === 0) return stdout.trim()
  }
  return undefined
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync("which", ["apt-get"]).status !== 0) return undefined
  process.stderr.write("No Chromium found: installing Debian's.\n")
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  for (const args of [
    ["update"],
    ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"],
  ]) {
    const { status } = spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env: environment })
    if (status !== 0) return undefined
  }
  return onPath()
}

function complain(): never {
  throw new Error(
    "The browser tests need Chromium: install it (Debian: sudo apt-get install chromium), or set CHROMIUM to its path",
  )
}
