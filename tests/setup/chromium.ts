import type { TestProject } from "vitest/node"
import { findChromium } from "./findChromium.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of the Chromium that browser tests start. */
    chromium: string
  }
}

/** Finds or installs a Chromium before any browser test runs; without one the whole run fails, nothing is skipped. */
export function setup(project: TestProject): void {
  project.provide("chromium", findChromium())
}
