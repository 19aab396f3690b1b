import * as v from "valibot"
import { expect, it } from "vitest"
import { problemCodes } from "../../src/contract/problemCodes.ts"
import { problemSchema, problems } from "../../src/contract/problems.ts"

it.each(problemCodes)("%s has a status of its own kind and survives the wire", (code) => {
  const { status, retry } = problems[code]
  expect(status).toBeGreaterThanOrEqual(400)
  const problem = { type: `urn:hue-s-contest:problem:${code}`, title: code, status, code, retry }
  expect(v.parse(problemSchema, JSON.parse(JSON.stringify(problem)))).toEqual(problem)
})

it("a code that is not on the list is no problem of ours", () => {
  expect(v.is(problemSchema, { type: "", title: "", status: 418, code: "teapot", retry: "never" })).toBe(
    false,
  )
})
