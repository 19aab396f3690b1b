import * as v from "valibot"
import { expect, it } from "vitest"
import { readKeptConfig } from "../../src/client/keptConfig.ts"
import { clientConfigSchema } from "../../src/contract/clientConfigSchema.ts"
import { fakeCache } from "./fakeCache.ts"
import { html, json } from "./fakeFetch.ts"

const config = { api: "/api/v1", contest: "c", hostOrigins: ["https://host.example"] }
const offline = () => Promise.reject(new TypeError("Failed to fetch"))

it("comes from the network, and without it as it last came", async () => {
  const { open } = fakeCache()
  expect(await readKeptConfig(async () => json(200, config)(), open)).toEqual({ api: "/api/v1" })
  expect(await readKeptConfig(offline, open)).toEqual({ api: "/api/v1" })
  expect(await readKeptConfig(async () => html(200)(), open)).toEqual({ api: "/api/v1" })
})

it("is null where there never was one, and needs no cache where there is network", async () => {
  const { open, state } = fakeCache()
  expect(await readKeptConfig(offline, open)).toBeNull()
  state.forbidden = true
  expect(await readKeptConfig(async () => json(200, config)(), open)).toEqual({ api: "/api/v1" })
  expect(await readKeptConfig(offline, open)).toBeNull()
})

it.each([
  "",
  "/api/v1",
  "/api/",
  "https://a.example",
  "https://a.example/b",
  "ftp://a",
  "x",
  7,
  "/a?b",
  "/",
])("agrees with the contract's schema on the address %j", async (api) => {
  const read = await readKeptConfig(async () => json(200, { ...config, api })(), fakeCache().open)
  expect(read !== null).toBe(v.safeParse(clientConfigSchema, { ...config, api }).success)
})
