import { describe, expect, it } from "vitest"
import { type Import, importsOf, sourceFiles } from "./sources.ts"

const files = sourceFiles()
const imports = [...files].flatMap(([file, text]) => importsOf(file, text))
const folderOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "")
const isOurs = (file: string) => files.has(file)

/** What a folder may import of ours, whole or types only: the arrows of the house. */
const arrows: Record<string, { whole: string[]; types?: string[] }> = {
  contest: { whole: [] },
  contract: { whole: ["contest"] },
  bridge: { whole: [] },
  client: { whole: ["contest", "contract"] },
  outbox: { whole: ["contest", "contract"], types: ["client"] },
  app: { whole: ["contest", "contract"], types: ["bridge", "client", "outbox"] },
  service: { whole: ["contest", "contract"] },
  host: { whole: ["bridge", "contract"] },
  gallery: { whole: ["app", "contest", "contract"] },
  board: { whole: ["app", "contest", "contract"], types: ["client"] },
}
/** Composition roots of the product: they may import anything of it. */
const roots = ["main.tsx", "ports.ts", "openOutbox.ts", "openCare.ts", "worker.ts"]
const product = ["contest", "contract", "bridge", "client", "outbox", "app"]

function allowed({ from, to, typesOnly }: Import): boolean {
  const [here, there] = [folderOf(from), folderOf(to)]
  if (here === "") return roots.includes(from) && (product.includes(there) || roots.includes(to))
  const arrow = arrows[here]
  return (
    here === there ||
    arrow?.whole.includes(there) === true ||
    (typesOnly && arrow?.types?.includes(there) === true)
  )
}

describe("the house", () => {
  it("has the floors of its plan and no others", () => {
    const folders = new Set([...files.keys()].map(folderOf).filter(Boolean))
    expect([...folders].filter((folder) => !(folder in arrows))).toEqual([])
    expect([...files.keys()].filter((file) => folderOf(file) === "")).toEqual(expect.arrayContaining(roots))
  })

  it("imports only along its arrows", () => {
    const wrong = imports.filter((one) => isOurs(one.to) && !allowed(one))
    expect(wrong.map(({ from, to, typesOnly }) => `${from} → ${to}${typesOnly ? " (types)" : ""}`)).toEqual(
      [],
    )
  })

  it("reaches every relative import: nothing points outside src", () => {
    const lost = imports.filter(({ to }) => to.startsWith("..") || (/\.tsx?$/.test(to) && !isOurs(to)))
    expect(lost.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it("keeps pure what is pure: contest and contract know no clock, network or Node", () => {
    const impure = imports.filter(
      ({ from, to }) => ["contest", "contract"].includes(folderOf(from)) && !isOurs(to) && to !== "valibot",
    )
    expect(impure).toEqual([])
    for (const [file, text] of files) {
      if (folderOf(file) === "contest")
        expect([file, text.match(/\bDate\.now|Math\.random|\bfetch\(|new Date\(\)|crypto\./)]).toEqual([
          file,
          null,
        ])
    }
  })

  it("goes round in no circle", () => {
    const next = new Map<string, string[]>()
    for (const { from, to } of imports) if (isOurs(to)) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "))
      if (done.has(file) || path.includes(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of files.keys()) visit(file, [])
    expect(circles).toEqual([])
  })

  it("has no barrel: no file only passes on what others export", () => {
    const barrels = [...files]
      .filter(([, text]) => /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from/m.test(text))
      .map(([file]) => file)
    expect(barrels).toEqual([])
  })

  it("documents every exported function", () => {
    const undocumented = [...files].flatMap(([file, text]) =>
      [
        ...text.matchAll(
          /(\*\/\s*\n(?:\/\/[^\n]*\n)*)?^export (?:async )?(?:function\*?|class|const) (\w+)/gm,
        ),
      ]
        .filter(
          ([whole, comment]) => comment === undefined && /function|class|=>/.test(declaration(text, whole)),
        )
        .map(([, , name]) => `${file}: ${name}`),
    )
    expect(undocumented).toEqual([])
  })

  it("keeps files to one concept: median at most 80 lines, nine in ten at most 200", () => {
    const lengths = [...files.values()].map((text) => text.split("\n").length - 1).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80)
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(200)
  })
})

/** The first lines of a declaration, enough to see whether it is a function. */
function declaration(text: string, start: string): string {
  const at = text.indexOf(start)
  return text.slice(at, at + start.length + 80)
}

describe("the test of the house", () => {
  it("sees imports in every form", () => {
    const text =
      'import type { A } from "../contest/a.ts"\nimport { type B, type C } from "./b.ts"\nimport { type D, e } from "./d.ts"\nimport "./side.ts"\nconst x = await import("./lazy.ts")\nexport { f } from "./f.ts"\nimport {\n  g,\n} from "hono"\n'
    expect(importsOf("app/x.ts", text)).toEqual([
      { from: "app/x.ts", to: "contest/a.ts", typesOnly: true },
      { from: "app/x.ts", to: "app/b.ts", typesOnly: true },
      { from: "app/x.ts", to: "app/d.ts", typesOnly: false },
      { from: "app/x.ts", to: "app/side.ts", typesOnly: false },
      { from: "app/x.ts", to: "app/lazy.ts", typesOnly: false },
      { from: "app/x.ts", to: "app/f.ts", typesOnly: false },
      { from: "app/x.ts", to: "hono", typesOnly: false },
    ])
  })
  it("would refuse the app a look into the service", () => {
    expect(allowed({ from: "app/a.ts", to: "service/b.ts", typesOnly: true })).toBe(false)
    expect(allowed({ from: "app/a.ts", to: "client/b.ts", typesOnly: false })).toBe(false)
    expect(allowed({ from: "app/a.ts", to: "client/b.ts", typesOnly: true })).toBe(true)
    expect(allowed({ from: "main.tsx", to: "host/b.ts", typesOnly: true })).toBe(false)
  })
})
