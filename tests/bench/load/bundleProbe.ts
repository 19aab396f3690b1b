import { fileURLToPath } from "node:url"
import { build } from "vite"
import type { Step } from "./page/step.ts"

const entry = fileURLToPath(new URL("./page/probe.ts", import.meta.url))

/** The probe as a script for the page, once its steps are given. */
export async function bundleProbe(): Promise<(steps: readonly Step[]) => string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry, name: "probe", formats: ["iife"], fileName: () => "probe.js" },
    },
  })
  const [output] = [built].flat()
  if (!output || !("output" in output)) throw new Error("one bundle is expected")
  const [{ code }] = output.output
  return (steps) => `window.loadSteps = ${JSON.stringify(steps)};\n${code}`
}
