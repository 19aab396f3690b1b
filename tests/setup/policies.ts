import { afterEach, expect } from "vitest"
import { takePolicyViolations } from "../browser/policyViolations.ts"

afterEach(() => {
  expect(takePolicyViolations(), "Content-Security-Policy violations").toEqual([])
})
