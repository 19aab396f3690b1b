import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, it } from "vitest"

const repository = fileURLToPath(new URL("../../", import.meta.url))

let work: string
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "organiser-"))
})
afterAll(() => rmSync(work, { recursive: true }))

/** Runs a command as an organiser would; what it printed, and whether it was refused. */
function contest(...args: string[]): { refused: boolean; text: string } {
  const { DATABASE_URL: _, ...environment } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "src/service/organiser/cli.ts", ...args],
    { cwd: repository, env: { ...environment, DATA_DIR: join(work, "data") }, encoding: "utf8" },
  )
  return { refused: status !== 0, text: stdout + stderr }
}

it("a new organiser gets from an empty folder to a loaded contest, and is told what to do on the way", () => {
  const folder = join(work, "my-contest")
  expect(contest("init", folder).text).toContain(`npm run contest -- load ${folder}`)
  expect(existsSync(join(folder, "contest.json"))).toBe(true)
  expect(contest("init", folder)).toMatchObject({ refused: true, text: expect.stringContaining("not empty") })
  expect(contest("load", folder)).toMatchObject({
    refused: false,
    text: expect.stringContaining("key commitment"),
  })
  expect(contest("status", "hoi-thi-mau").text).toMatch(/1 {2}upcoming {2}all/)
  expect(
    contest("simulate", "hoi-thi-mau", "1", "--ranking", "correct,received", "--generate", "50").text,
  ).toContain("Giải Nhất")
  expect(contest("publish", "hoi-thi-mau", "1")).toMatchObject({
    refused: true,
    text: expect.stringContaining("takes entries until"),
  })

  const bank = readFileSync(join(folder, "round-1.csv"), "utf8")
  writeFileSync(join(folder, "round-1.csv"), bank.replace(",a,Vì", ",e,Vì"))
  expect(contest("load", folder)).toMatchObject({
    refused: true,
    text: expect.stringMatching(/round-1\.csv, row \d+, column accepted/),
  })
})

it("every command of the guide is one that the help knows", () => {
  const guide = readFileSync(join(repository, "src/service/organiser/README.md"), "utf8")
  const named = new Set([...guide.matchAll(/npm run contest -- (\w+)/g)].map(([, name]) => name ?? ""))
  const { text: help } = contest("--help")
  for (const name of named) expect(help).toContain(`npm run contest -- ${name}`)
  expect(named.size).toBeGreaterThan(10)
  expect(contest("pubish", "x")).toMatchObject({
    refused: true,
    text: expect.stringContaining("--help lists them"),
  })
})
