import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"

type Listed = { assertionResults: { status: string; fullName: string }[]; status: string; message: string }

/** Runs tests in a folder. Gives the names of those that failed, and of files that could not run; empty: all passed. */
export function failingTests(folder: string, files: readonly string[]): string[] {
  const report = join(folder, "planted-report.json")
  const { status } = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project=node",
      "--reporter=json",
      `--outputFile=${report}`,
      ...files,
    ],
    { cwd: folder, stdio: ["ignore", "ignore", "ignore"], timeout: 300_000 },
  )
  if (status === 0) return []
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as { testResults: Listed[] }
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter((one) => one.status === "failed").map(({ fullName }) => fullName.trim()),
  )
  const broken = testResults
    .filter((file) => file.status === "failed" && file.assertionResults.length === 0)
    .map(({ message }) => `could not run: ${message.split("\n")[0]}`)
  return [...failed, ...broken]
}
