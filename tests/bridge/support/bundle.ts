import { fileURLToPath } from "node:url"
import { build } from "vite"

const bridge = fileURLToPath(new URL("../../../src/bridge/", import.meta.url))

/**
 * One minified ES module, built as the product is.
 * @param exports what it exports, by module of the bridge
 */
export async function bundled(exports: Record<string, readonly string[]>): Promise<string> {
  const code = Object.entries(exports).map(([name, items]) => `export { ${items} } from "${bridge}${name}"`)
  const entry = "\0entry"
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? entry : undefined),
        load: (id) => (id === entry ? code.join("\n") : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: "entry", preserveEntrySignatures: "strict" },
    },
  })
  if (Array.isArray(result) || !("output" in result)) throw new Error("one bundle is expected")
  return result.output[0].code
}
