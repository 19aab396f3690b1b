import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import type { ContestApi } from "../../src/client/contestApi.ts"

const client = fileURLToPath(new URL("../../src/client/", import.meta.url))

/** What the guide's example sends and gets. */
export type Message = {
  name: string
  place: Record<string, string | number>
  credential?: string
  body?: string
}
export type Send = (
  message: Message,
  signal?: AbortSignal,
) => Promise<{ good: boolean; content: unknown; at: number }>

/** The one ```ts block of the guide. */
export function exampleText(): string {
  const guide = readFileSync(`${client}README.md`, "utf8")
  const [example, ...more] = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text]) => text)
  if (example === undefined || more.length > 0) throw new Error("the guide has one example in TypeScript")
  return example
}

/** The example as a program: built as if it stood in src/client. */
export async function loadExample(): Promise<{ messageContestApi: (send: Send) => ContestApi }> {
  const example = `${client}example-of-the-guide.ts`
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    plugins: [
      {
        name: "example",
        resolveId: (id) => (id === example ? example : undefined),
        load: (id) => (id === example ? exampleText() : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: example, preserveEntrySignatures: "strict" },
    },
  })
  if (Array.isArray(result) || !("output" in result)) throw new Error("one bundle is expected")
  return import(`data:text/javascript;base64,${Buffer.from(result.output[0].code).toString("base64")}`)
}
