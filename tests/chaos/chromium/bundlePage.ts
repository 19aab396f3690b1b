import { fileURLToPath } from "node:url"
import { build } from "vite"

const entry = fileURLToPath(new URL("./phonePage.ts", import.meta.url))

/** The chaos page's files by path: the page, and its one script. */
export async function bundlePage(): Promise<Map<string, { type: string; text: string }>> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry, name: "page", formats: ["iife"], fileName: () => "chaos.js" },
    },
  })
  const [output] = [built].flat()
  const script = output && "output" in output ? output.output[0].code : ""
  return new Map([
    ["/chaos.html", { type: "text/html", text: '<!doctype html><script src="/chaos.js"></script>' }],
    ["/chaos.js", { type: "text/javascript", text: script }],
  ])
}
