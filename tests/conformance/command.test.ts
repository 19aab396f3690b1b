import { serve } from "@hono/node-server"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { allRules } from "../../src/service/conformance/allRules.ts"
import { conformance, usage } from "../../src/service/conformance/command.ts"
import { identityByCommand } from "../../src/service/conformance/levers.ts"
import type { RuleResult } from "../../src/service/conformance/rule.ts"
import { demoContest, startDemo } from "../../src/service/demo/startDemo.ts"
import type { Sql } from "../../src/service/sql/sql.ts"
import { openTestSql } from "../service/testService.ts"

let sql: Sql
let origin: string
let stop: () => Promise<void>
beforeAll(async () => {
  sql = await openTestSql()
  const { app } = await startDemo(sql, () => undefined)
  await new Promise<void>((listening) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`
      listening()
    })
    stop = () => new Promise((closed) => server.close(() => closed()))
  })
})
afterAll(async () => {
  await stop()
  await sql.close()
})

async function run(...argv: string[]) {
  const written: string[] = []
  const exitCode = await conformance(argv, { write: (text) => written.push(text) })
  return { exitCode, output: written.join("") }
}
const base = () => `${origin}/api/v1`
const identity = () => ["--identity-url", `${origin}/demo/identity`]

describe("npm run conformance", () => {
  it("without a lever for the clock tries what an open round allows, and says what it did not", async () => {
    const { exitCode, output } = await run(base(), ...identity(), "--json")
    const { results } = JSON.parse(output) as { results: RuleResult[] }
    expect(results.filter(({ result }) => result === "fail")).toEqual([])
    expect(exitCode).toBe(0)
    const notRun = results.filter(({ result }) => result === "not run")
    expect(notRun.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "paper-not-before-opening",
        "deadline-half-open",
        "names-masked",
        "ticket-other-round",
      ]),
    )
    expect(results.length - notRun.length).toBeGreaterThanOrEqual(45)
  })

  it("tries every rule on the demo over HTTP with its levers, and all are kept", async () => {
    const levers = ["--clock-url", `${origin}/demo/clock`, "--publish-url", `${origin}/demo/publish`]
    const { exitCode, output } = await run(base(), ...identity(), ...levers, "--contest", demoContest)
    expect(output).toContain(`${allRules.length} rules: ${allRules.length} pass, 0 fail, 0 not run`)
    expect(exitCode).toBe(0)
  })

  it("takes tokens from a command that reads claims and writes a token", async () => {
    const echo = identityByCommand(`${process.execPath} -e "process.stdin.pipe(process.stdout)"`)
    expect(await echo({ sub: "x" })).toBe('{"sub":"x"}')
    await expect(identityByCommand("exit 3")({})).rejects.toThrow("code 3")
  })

  it.each([
    ["no address", ["--identity-url", "http://x"]],
    ["no source of tokens", ["http://127.0.0.1:1/api/v1"]],
    ["an option that there is not", ["http://127.0.0.1:1/api/v1", "--identity-url", "http://x", "--fast"]],
  ])("shows its usage on %s", async (_, argv) => {
    expect(await run(...argv)).toEqual({ exitCode: 2, output: usage })
  })

  it("fails where no rule could be run, for want of tokens or of an open round", async () => {
    const { exitCode } = await run(base(), ...identity(), "--contest", demoContest, "--round", "4")
    expect(exitCode).toBe(1)
  })
})

describe("the rules", () => {
  it("are 25 at least, each with a name of its own, a sentence and its source", () => {
    expect(allRules.length).toBeGreaterThanOrEqual(25)
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length)
    for (const { says, source } of allRules)
      expect([says, source].every((text) => text.length > 5)).toBe(true)
  })
})
