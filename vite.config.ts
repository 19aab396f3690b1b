import { createHash } from "node:crypto"
import { existsSync, readdirSync } from "node:fs"
import { resolve } from "node:path"
import { preact } from "@preact/preset-vite"
import { build, type Plugin } from "vite"
import { defineConfig } from "vitest/config"

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
        return { url: file.fileName, revision: file.fileName.startsWith("assets/") ? null : revision }
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
  return {
    root: source,
    base: "./",
    // The board is built beside the mini-app, which has the public files already.
    publicDir: board ? false : resolve(here, "public"),
    plugins: [preact({ reactAliasesEnabled: false }), ...(board ? [] : [demo ? hostKit() : serviceWorker()])],
    build: {
      outDir: resolve(here, demo ? "dist/demo" : "dist/app"),
      emptyOutDir: !board,
      target: "es2022",
      sourcemap: false,
      assetsDir: demo ? "demo-assets" : board ? "board/assets" : "assets",
      // Every module the first screen needs is in the first script already.
      modulePreload: false,
      rolldownOptions: {
        input: demo ? demoPages() : board ? boardPages : resolve(source, "index.html"),
      },
    },
    test: {
      root: here,
      maxWorkers: 2,
      // Shared machines are slow at times; a time-out is there for what hangs.
      testTimeout: 120_000,
      hookTimeout: 120_000,
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
          },
        },
      ],
    },
  }
})
