import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"
import { findChromium } from "../../tests/setup/findChromium.ts"
import { icons } from "../generate/icons.ts"

// Draws the icons' PNG files anew from the two drawings beside this file: npx tsx manifest/icons/render.ts

const folder = fileURLToPath(new URL("../../public/icons/", import.meta.url))
const drawing = (name: string) => readFileSync(new URL(`${name}.svg`, import.meta.url), "utf8")

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] })
const page = await browser.newPage()
for (const { file, pixels, purpose } of icons) {
  await page.setViewportSize({ width: pixels, height: pixels })
  const drawn = drawing(purpose === "any" ? "icon" : "maskable")
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${drawn}`,
  )
  writeFileSync(folder + file, await page.screenshot({ omitBackground: true }))
}
await browser.close()
