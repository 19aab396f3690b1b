import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { preact } from "@preact/preset-vite"
import { minify } from "terser"
import { build, type Plugin } from "vite"
import { defineConfig } from "vitest/config"
import { manifestFiles } from "./manifest/build/manifestFiles.ts"
import { shortNames } from "./manifest/build/ownNames.ts"
import { packageLayout } from "./manifest/build/packageLayout.ts"
import { packageVersion } from "./manifest/generate/version.ts"

const here = import.meta.dirname
const source = resolve(here, "src")
/** The pages of the demo build: the host's pages, and the gallery of states. */
function demoPages(): string[] {
  const host = resolve(source, "host")
  const hostPages = existsSync(host) ? readdirSync(host).filter((name) => name.endsWith(".html")) : []
  const gallery = resolve(source, "gallery/index.html")
  return [...hostPages.map((name) => resolve(host, name)), ...(existsSync(gallery) ? [gallery] : [])]
}

/** The public pages of the ward office: part of the product, but nothing that the mini-app or its worker loads. */
const boardPages = ["index.html", "poster.html"].map((name) => resolve(source, "board", name))

/**
 * After the page, builds `src/worker.ts` as one script beside it. `self.__WB_MANIFEST` becomes the list of the page's
 * files: names that hold a hash need no revision, the others get the hash of their content.
 */
function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    async writeBundle({ dir = "" }, bundle) {
      const manifest = Object.values(bundle).map((file) => {
        const content = file.type === "chunk" ? file.code : file.source
        const revision = createHash("sha256").update(content).digest("hex").slice(0, 16)
        return { url: file.fileName, revision: file.type === "chunk" ? null : revision }
      })
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        define: {
          "self.__WB_MANIFEST": JSON.stringify(manifest),
          "process.env.NODE_ENV": JSON.stringify("production"),
        },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: "es2022",
          lib: {
            entry: resolve(source, "worker.ts"),
            name: "worker",
            formats: ["iife"],
            fileName: () => "worker.js",
          },
        },
      })
    },
  }
}

/**
 * Under these globals the first and the second script hand their exports to later ones: they may stand in the page, where
 * they have no address to be imported from.
 */
const handed = { first: "hoiThi", second: "hoiThi2" }

/** Under this one the first script hands on `laterScript`. */
const later = "hoiThiLater"

/**
 * For scripts in the page, before any other runs. `parsed` comes true when all that stands in the page has been read, and
 * the second script, if it is there, has run; `ran` when the first has, which by itself may come after the second.
 */
const order =
  'parsed=new Promise((tell)=>addEventListener("DOMContentLoaded",tell));ran=new Promise((tell)=>(runs=tell));'

/**
 * Has the browser compile a whole file at once, while it still comes and beside the page's own work, instead of each
 * function at its first call, when somebody waits. What stands in the page would be compiled where the page is drawn.
 */
const compiledWhole = "//# allFunctionsCalledOnLoad\n"

/**
 * The first screen in one request: puts the first script and its style into `index.html`. The second script is a file, written so
 * that it does the same where a service puts it into the page, behind the first. The text of scripts and style is what a
 * Content-Security-Policy needs the hashes of; nothing is evaluated.
 */
function firstRequest(): Plugin {
  return {
    name: "first-request",
    apply: "build",
    enforce: "post",
    renderChunk: {
      // Behind whatever prints the code anew.
      order: "post",
      async handler(code, { isEntry }) {
        const { regex, nameCache } = shortNames()
        const properties = { regex }
        const small = await minify(isEntry ? `globalThis.${later}=laterScript;${code}` : code, {
          ecma: 2020,
          module: true,
          compress: { passes: 3 },
          mangle: { properties },
          nameCache,
        })
        return { code: String(small.code), map: null }
      },
    },
    // What is done to the files after they have got their names changes these too.
    augmentChunkHash: () => readFileSync(resolve(here, "vite.config.ts"), "utf8"),
    config: () => ({
      oxc: {
        // Elements by preact's own function, which is in the first script anyway: shorter than by its JSX runtime.
        jsx: { runtime: "classic", pragma: "_h", pragmaFrag: "_F" },
        jsxInject: 'import { h as _h, Fragment as _F } from "preact"',
      },
      build: {
        // One style sheet, the first screen's; later scripts bring theirs inside them.
        cssCodeSplit: false,
        // By renderChunk above instead: a fiftieth smaller than by Vite's own, and own members get short names.
        minify: false,
        cssMinify: "lightningcss",
        rolldownOptions: {
          output: {
            // Once more, behind renderChunk: each of the two sees what the other does not.
            minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
            // In the page, a script's way to the others begins where the page is.
            entryFileNames: "[name]-[hash].js",
            chunkFileNames: ({ name }) => `${name === "ports" ? "" : "assets/"}[name]-[hash].js`,
            // One second script: what it shares with the later ones is in it, and they take it from there.
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                {
                  debugName: "second script",
                  name: (id, modules) =>
                    isOfSecondScript(id, (one) => modules.getModuleInfo(one)) ? "ports" : null,
                },
              ],
            },
          },
        },
      },
    }),
    generateBundle: {
      // Vite's own last touches come first.
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"]
        const files = Object.values(bundle)
        const entry = files.find((file) => file.type === "chunk" && file.isEntry)
        const second = files.find((file) => file.type === "chunk" && file.name === "ports")
        const style = files.find(({ fileName }) => fileName.endsWith(".css"))
        if (page?.type !== "asset" || entry?.type !== "chunk" || style?.type !== "asset")
          throw new Error("index.html, its script and its style are no longer what they were")
        if (second?.type !== "chunk") throw new Error("there is no second script")
        if (entry.imports.length > 0) throw new Error(`the first script waits for ${entry.imports}`)
        const ofSecond = exportsOf(this.parse(second.code))
        const inPage = [
          { file: entry, global: handed.first, own: exportsOf(this.parse(entry.code)) },
          { file: second, global: handed.second, own: ofSecond },
        ]
        for (const file of files) {
          if (file.type !== "chunk") continue
          const handing = inPage.find((one) => one.file === file)
          const body = this.parse(file.code).body
          // What later scripts share is asked for as they are: where it was lost, once more.
          const shared = body.filter(
            (node) => node.type === "ImportDeclaration" && !inPage.some((one) => isOf(node, one.file)),
          )
          const edits = body.flatMap((node) => {
            if (handing && node.type === "ExportNamedDeclaration")
              return { ...node, text: `globalThis.${handing.global}={${[...handing.own.values()]}};` }
            if (node.type !== "ImportDeclaration") return []
            const from = inPage.find((one) => isOf(node, one.file))
            const names = node.specifiers.map((one: Specifier) => taken(one, from?.own))
            if (from)
              return { ...node, text: names.length > 0 ? `const{${names}}=globalThis.${from.global};` : "" }
            return { ...node, text: node === shared[0] ? askedForTogether(shared) : "" }
          })
          for (const { start, end, text } of edits.reverse())
            file.code = file.code.slice(0, start) + text + file.code.slice(end)
        }
        entry.code = `${fetchedUnlessInPage(entry.code, second.fileName, ofSecond)};runs()`
        second.code = `await ran;${second.code}`
        for (const file of files)
          if (file.type === "chunk" && file !== entry) file.code = compiledWhole + file.code
        for (const file of [entry, second])
          file.code = file.code.trim().replace(/<(?=\/script|!--)/gi, "\\x3c")
        // Lightning CSS prepares for light-dark(), which no rule of ours uses.
        const css = String(style.source)
          .trim()
          .replace(/--lightningcss-(light|dark):[^;}]*;/g, "")
        page.source = String(page.source)
          .replace(/\s+/g, " ")
          .replaceAll("> <", "><")
          .replace(/<script[^>]* src=[^>]*><\/script>/, "")
          .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
          .replace("<script>", (start) => start + order)
          .replace("</head>", () => `<link rel="modulepreload" href="./${second.fileName}"></head>`)
          .replace("</body>", () => `<script type="module" async>${entry.code}</script></body>`)
        delete bundle[entry.fileName]
        delete bundle[style.fileName]
      },
    },
  }
}

type ModuleInfo = (id: string) => { importedIds: string[] } | null

/** Whether a module comes with the second script: `ports.ts` imports it, and the first script does not have it already. */
function isOfSecondScript(id: string, infoOf: ModuleInfo): boolean {
  const [first, second] = ["main.tsx", "ports.ts"].map((name) => importedBy(resolve(source, name), infoOf))
  // And what the scripts that come right behind it have in common: nothing has to be fetched for them first.
  const isShared = id === resolve(source, "contest/vocabulary.ts")
  return isShared || (second?.has(id) === true && !first?.has(id))
}

/** A module and all that comes with it. */
function importedBy(id: string, infoOf: ModuleInfo, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const imported of infoOf(id)?.importedIds ?? []) importedBy(imported, infoOf, found)
  return found
}

/** The first script with its way to the second: what stands in the page, else the file. `own`: what that one hands on. */
function fetchedUnlessInPage(code: string, file: string, own: ReadonlyMap<string, string>): string {
  const [before, after = "", ...more] = code.split(`import(\`./${file}\`)`)
  // Of its exports, the one that is the exports of ports.ts.
  const [taking, , asked = ""] = /^\.then\((\w+)=>\1\.(\w+)\)/.exec(after) ?? []
  const ports = own.get(asked)
  if (!taking || !ports || more.length > 0)
    throw new Error(`the first script no longer asks for ${file} at one place`)
  const second = `globalThis.${handed.second}`
  const fetched = `parsed.then(()=>${second}||import("./${file}")).then(()=>${second}.${ports})`
  return before + fetched + after.slice(taking.length)
}

type Import = { source: { value: unknown }; specifiers: readonly Specifier[] }

const isOf = (node: unknown, file: { fileName: string }) =>
  String((node as Import).source.value).endsWith(`/${file.fileName}`)

/** In place of these imports at a later script's head. */
function askedForTogether(imports: readonly unknown[]): string {
  const [names, scripts] = [
    (imports as Import[]).map(({ specifiers }) => `{${specifiers.map((one) => taken(one))}}`),
    (imports as Import[]).map(({ source }) => `${later}("${source.value}",(a)=>import(a))`),
  ]
  return `const[${names}]=await Promise.all([${scripts}]);`
}

type Specifier = {
  type: string
  local: { name?: string; value?: string }
  exported?: { name?: string; value?: string }
  imported?: { name?: string; value?: string }
}

const nameOf = ({ name, value }: { name?: string; value?: string }) => String(name ?? value)

/** What a script exports: by the outer name, what it calls it itself. It is handed on under that: one name is enough. */
function exportsOf({ body }: { body: readonly { type: string; specifiers?: readonly Specifier[] }[] }) {
  const specifiers = body.flatMap((node) =>
    node.type === "ExportNamedDeclaration" ? (node.specifiers ?? []) : [],
  )
  return new Map(specifiers.map(({ local, exported }) => [nameOf(exported ?? local), nameOf(local)]))
}

/** How a script that imported this takes it from what was handed on. */
function taken({ type, local, imported }: Specifier, handedOn?: ReadonlyMap<string, string>): string {
  const outer = imported && nameOf(imported)
  const name = outer && handedOn ? handedOn.get(outer) : outer
  if (!name) throw new Error(`${type} of another script is not supported`)
  return name === nameOf(local) ? name : `${name}:${nameOf(local)}`
}

/** Beside every file that a service may send, the same compressed as far as it goes: nobody compresses it per request. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle({ dir = "" }, bundle) {
      for (const file of Object.values(bundle)) {
        const content = file.type === "chunk" ? file.code : file.source
        writeFileSync(resolve(dir, `${file.fileName}.br`), brotliCompressSync(content))
        writeFileSync(resolve(dir, `${file.fileName}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

/**
 * Around the `import(…)` of a later script, Vite puts a helper that waits for style sheets. A later script here brings its
 * style inside it; what the phone needs is another try where one has failed (laterScript.ts). The second script is asked
 * for by `import(…)` alone: without it there is no page, and it is reloaded.
 */
function laterScripts(): Plugin {
  const wrapped =
    /laterScript\((?:async )?\(\) => (?:\{\s*const \{[^}]*\} = await )?import\(("[^"]*")\)(\.then\(\(n\) => n\.\w+\))?\s*;?(?:\s*return \{[^}]*\};?\s*\})?, __VITE_PRELOAD__, import\.meta\.url\)/g
  // The exports of ports.ts are functions, there from the script's first line: no need of getters.
  const asked = /__exportAll\(\{((?:\s*\w+: \(\) => \w+,?)+\s*)\}\)/
  return {
    name: "later-scripts",
    apply: "build",
    enforce: "pre",
    load: (id) =>
      id.includes("vite/preload-helper")
        ? `export { laterScript as __vitePreload } from ${JSON.stringify(resolve(source, "app/laterScript.ts"))}`
        : null,
    renderChunk(code, { name }) {
      const plain = code.replace(wrapped, (_, address, ofSecond) =>
        ofSecond ? `import(${address})${ofSecond}` : `laterScript(${address}, (address) => import(address))`,
      )
      if (plain.includes("__VITE_PRELOAD__")) throw new Error("Vite wraps import(…) in another way")
      if (name !== "ports") return { code: plain, map: null }
      return {
        code: plain.replace(asked, (_, members) => `({${members.replaceAll("() => ", "")}})`),
        map: null,
      }
    },
  }
}

/** Beside the demo's pages, writes the host kit as the one module that integrators put into their pages. */
function hostKit(): Plugin {
  return {
    name: "host-kit",
    apply: "build",
    async writeBundle({ dir = "" }) {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: "es2022",
          lib: {
            entry: resolve(source, "bridge/hostKit/hostKit.ts"),
            formats: ["es"],
            fileName: () => "hues-host-kit.js",
          },
        },
      })
    },
  }
}

export default defineConfig(({ mode }) => {
  const demo = mode === "demo"
  const board = mode === "board"
  const home = mode === "home"
  const ofMode: Record<string, Plugin[]> = {
    demo: [hostKit()],
    board: [compressed()],
    package: [packageLayout()],
    home: [],
  }
  const inputOf: Record<string, string | string[]> = {
    demo: demoPages(),
    board: boardPages,
    home: resolve(source, "app/homeMarkup.tsx"),
  }
  return {
    root: source,
    base: "./",
    // The board is built beside the mini-app, which has the public files already.
    publicDir: board || home ? false : resolve(here, "public"),
    plugins: [
      preact({ reactAliasesEnabled: false }),
      laterScripts(),
      ...(ofMode[mode] ?? [firstRequest(), compressed(), serviceWorker(), manifestFiles()]),
    ],
    ssr: { noExternal: true as const },
    define: { "import.meta.env.APP_VERSION": JSON.stringify(packageVersion()) },
    build: {
      outDir: resolve(here, demo ? "dist/demo" : home ? "dist/home" : "dist/app"),
      emptyOutDir: !board,
      target: "es2022",
      sourcemap: false,
      assetsDir: demo ? "demo-assets" : board ? "board/assets" : "assets",
      // Every module the first screen needs is in the first script already.
      modulePreload: false,
      // What draws the first screen for the service stands alone: no package is looked for where it runs.
      ssr: home,
      rolldownOptions: {
        input: inputOf[mode] ?? resolve(source, "index.html"),
      },
    },
    test: {
      root: here,
      maxWorkers: 2,
      // Shared machines are slow at times; a time-out is there for what hangs.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 30_000 } },
      projects: [
        {
          extends: true,
          test: {
            name: "node",
            include: ["tests/**/*.test.{ts,tsx}"],
            exclude: ["tests/**/*.browser.test.ts", "tests/postgres/**"],
            globalSetup: "tests/setup/emptyDatabase.ts",
          },
        },
        {
          // The service's claims once more, on the database of production.
          extends: true,
          test: {
            name: "postgres",
            include: ["tests/service/*.test.ts", "tests/postgres/*.test.ts"],
            globalSetup: "tests/setup/postgres.ts",
          },
        },
        {
          extends: true,
          test: {
            name: "browser",
            include: ["tests/**/*.browser.test.ts"],
            globalSetup: "tests/setup/chromium.ts",
            setupFiles: "tests/setup/policies.ts",
          },
        },
      ],
    },
  }
})
