import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Takes the one right to use a data folder, which PGlite itself does not guard: a second process on it loses rows.
 * Gives the function that releases it. Throws, naming the folder and the process, where a living one holds it; a lock
 * whose process is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, "in-use-by")
  const take = () => writeFileSync(file, String(process.pid), { flag: "wx" })
  try {
    take()
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error
    const holder = Number(readFileSync(file, "utf8"))
    if (isAlive(holder))
      throw new Error(
        `${folder} is in use by process ${holder}; stop it first, or set DATA_DIR to another folder`,
      )
    rmSync(file)
    // If another process was quicker, "wx" refuses here and its error says so.
    take()
  }
  return () => rmSync(file, { force: true })
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // ESRCH: no such process. EPERM: there is one, of another user.
    return isCode(error, "EPERM")
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code
}
