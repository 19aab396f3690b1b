import { expect, it } from "vitest"
import { wholePage } from "../../src/service/wholePage.ts"

const page = (head: string) =>
  `<html><head>${head}</head><body><script type="module" async>first()</script></body></html>`
const hint = '<link rel="modulepreload" href="./ports-1.js">'

it("puts the script that the page hints at behind the first, as it is, and hints at it no more", () => {
  const files: Record<string, string> = { "ports-1.js": "//# allFunctionsCalledOnLoad\nnext('$&')" }
  expect(wholePage(page(hint), (file) => files[file] ?? "")).toBe(
    page("").replace("</body>", () => "<script type=\"module\">next('$&')</script></body>"),
  )
})

it("refuses a page that hints at no script: it is no build of this app", () => {
  expect(() => wholePage(page(""), () => "")).toThrow("hints at no second script")
})
