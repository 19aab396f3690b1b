import { brotliCompressSync } from "node:zlib"
import { build } from "vite"

// Where the bytes are: every file of the product with its modules, the largest first. Usage: npm run build:report [least],
// which leaves out modules below `least` bytes (200).

const least = Number(process.argv[2] ?? 200)
const brotli = (content: string | Uint8Array) => brotliCompressSync(content).length
const shortName = (id: string) => id.replace(/^.*\/(node_modules|src)\//, "$1/")

const built = await build({
  logLevel: "silent",
  build: { write: false },
  // Before the first script moves into the page.
  plugins: [
    {
      name: "report",
      generateBundle(_, bundle) {
        const files = Object.values(bundle).map((file) => ({
          name: file.fileName,
          size: brotli(file.type === "chunk" ? file.code : file.source),
          modules: file.type === "chunk" ? Object.entries(file.modules) : [],
        }))
        for (const { name, size, modules } of files.sort((a, b) => b.size - a.size)) {
          console.log(`${String(size).padStart(6)} B  ${name}`)
          const sizes = modules.map(([id, { code }]) => ({ id, size: code ? brotli(code) : 0 }))
          for (const one of sizes.sort((a, b) => b.size - a.size))
            if (one.size >= least) console.log(`${String(one.size).padStart(14)}  ${shortName(one.id)}`)
        }
        console.log(
          "Brotli, each by itself: modules together take less than their sum, the more the smaller they are.",
        )
      },
    },
  ],
})
void built
