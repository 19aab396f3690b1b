import type { Plugin } from "vite"

/**
 * For a package: one script and one style sheet at the root under the names that W3C MiniApp Packaging gives them, the
 * rest under `common/`. Nothing is inlined, because files on the phone need no saved round trip.
 */
export function packageLayout(): Plugin {
  return {
    name: "package-layout",
    apply: "build",
    config: () => ({
      build: {
        cssCodeSplit: false,
        assetsInlineLimit: 0,
        rolldownOptions: {
          output: {
            entryFileNames: "app.js",
            chunkFileNames: "common/[name]-[hash].js",
            assetFileNames: ({ names }) =>
              names.some((name) => name.endsWith(".css")) ? "app.css" : "common/[name]-[hash][extname]",
          },
        },
      },
    }),
  }
}
