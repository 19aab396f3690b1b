import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const source = fileURLToPath(new URL("../../src", import.meta.url))

/** An import of a module: whom it names, and whether only types come with it. */
export type Import = { from: string; to: string; typesOnly: boolean }

/** Every TypeScript file under src, by path from src, with its text. */
export function sourceFiles(): Map<string, string> {
  const names = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  return new Map(names.sort().map((name) => [name, readFileSync(join(source, name), "utf8")]))
}

// A statement reaches at most to the next import or export; `import(…)` and re-exports count too.
const statement =
  /^(import|export)\s(?:(?!^(?:import|export)\s)[\s\S])*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|^import\s+"([^"]+)"/gm

/** What a file imports, paths resolved from src; packages as they are named. */
export function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([whole, , named, dynamic, bare]) => {
    const name = named ?? dynamic ?? bare ?? ""
    const to = name.startsWith(".") ? relative(source, resolve(source, dirname(file), name)) : name
    const clause = /^(?:import|export)\s+(?:type\s)?\{([^}]*)\}/.exec(whole)?.[1]
    const allTypes =
      clause?.split(",").every((item) => item.trim() === "" || item.trim().startsWith("type ")) ?? false
    return { from: file, to, typesOnly: /^(?:import|export)\s+type\s/.test(whole) || allTypes }
  })
}
