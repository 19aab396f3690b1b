import { createHash } from "node:crypto"
import { existsSync, readdirSync } from "node:fs"
import { resolve } from "node:path"
import { preact } from "@preact/preset-vite"
import { build, type Plugin } from "vite"
import { defineConfig } from "vitest/config"
import { manifestFiles } from "./manifest/build/manifestFiles.ts"
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
  const ofMode: Record<string, Plugin[]> = { demo: [hostKit()], package: [packageLayout()] }
  return {
    root: source,
    base: "./",
    publicDir: resolve(here, "public"),
    plugins: [
      preact({ reactAliasesEnabled: false }),
      ...(ofMode[mode] ?? [serviceWorker(), manifestFiles()]),
    ],
    define: { "import.meta.env.APP_VERSION": JSON.stringify(packageVersion()) },
    build: {
      outDir: resolve(here, demo ? "dist/demo" : "dist/app"),
      emptyOutDir: true,
      target: "es2022",
      sourcemap: false,
      assetsDir: demo ? "demo-assets" : "assets",
      // Every module the first screen needs is in the first script already.
      modulePreload: false,
      rolldownOptions: {
        input: demo ? demoPages() : resolve(source, "index.html"),
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
            setupFiles: "tests/setup/policies.ts",
          },
        },
      ],
    },
  }
})
