import { expect, inject, it } from "vitest"
import { freePort, startPostgres } from "../setup/startPostgres.ts"
import { refusedStart, startServeProcess } from "./serveProcess.ts"

const whole = {
  DATABASE_URL: inject("postgres"),
  IDENTITY_ISSUER: "https://identity.test",
  IDENTITY_JWKS_URL: "https://identity.test/keys",
  CONTEST: "sample",
}
const lines = ({ said }: { said: string }) => said.trimEnd().split("\n")

it("serve starts several times at once on an empty database, and they agree", async () => {
  const database = await startPostgres({ durable: true })
  const environment = {
    ...whole,
    DATABASE_URL: database.url,
    HOST_ORIGINS: "https://phuong.example",
    DRAIN_SECONDS: "0",
  }
  const processes = await Promise.all([1, 2, 3].map(() => startServeProcess(environment)))
  const text = async (path: string) =>
    Promise.all(processes.map(async ({ origin }) => (await fetch(origin + path)).text()))
  const keys = await text("/api/v1/keys")
  const configs = await text("/config.json")
  const metrics = await text("/metrics")
  const codes = await Promise.all(processes.map((one) => one.stop()))
  await database.stop()
  expect(new Set(keys).size).toBe(1)
  expect(JSON.parse(keys[0] ?? "").keys.length).toBe(1)
  expect(JSON.parse(configs[0] ?? "")).toEqual({
    api: "/api/v1",
    contest: "sample",
    hostOrigins: ["https://phuong.example"],
  })
  for (const one of metrics) expect(one).toMatch(/^contest_database_connections_open \d+$/m)
  expect(codes).toEqual([0, 0, 0])
})

it("serve refuses a server that loses receipts in a crash, in one line each", async () => {
  // The suite's own server: without fsync, nothing in it is to last.
  const refused = await refusedStart(whole)
  expect(refused.code).toBe(1)
  expect(lines(refused)).toEqual([
    expect.stringContaining("fsync off"),
    expect.stringContaining("synchronous_commit off"),
  ])
})

it("serve refuses to start without its settings, in one line each", async () => {
  const nothing = { DATABASE_URL: "", IDENTITY_ISSUER: "", IDENTITY_JWKS_URL: "", CONTEST: "" }
  const refused = await refusedStart(nothing)
  expect(refused.code).toBe(1)
  expect(lines(refused).map((line) => line.split(" ")[0])).toEqual(Object.keys(nothing))
})

it("serve says when it cannot reach its database, and keeps the password to itself", async () => {
  const closed = await freePort()
  const DATABASE_URL = `postgres://contest:open-sesame@127.0.0.1:${closed}/contest`
  const refused = await refusedStart({ ...whole, DATABASE_URL })
  expect(refused.code).toBe(1)
  expect(lines(refused)).toEqual([expect.stringMatching(/database is away.*ECONNREFUSED/)])
  expect(refused.said).not.toContain("open-sesame")
})
