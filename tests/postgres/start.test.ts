import { expect, inject, it } from "vitest"
import { freePort } from "../setup/startPostgres.ts"
import { refusedStart } from "./serveProcess.ts"

const whole = {
  DATABASE_URL: inject("postgres"),
  IDENTITY_ISSUER: "https://identity.test",
  IDENTITY_JWKS_URL: "https://identity.test/keys",
  CONTEST: "sample",
}
const lines = ({ said }: { said: string }) => said.trimEnd().split("\n")

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
