import { createHash } from "node:crypto"
import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import {
  inlineParts,
  policyText,
  readPolicy,
  withInlineHashes,
} from "../../src/service/pageSecurity/contentSecurityPolicy.ts"
import { answerHeaders, pagePolicy } from "../../src/service/pageSecurity/pageHeaders.ts"

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`
const policy = { "script-src": ["'self'"], "style-src": ["'self'"], "img-src": ["'none'"] }

describe("a page's policy allows what stands in the page, by hash:", () => {
  it.each([
    ["a script", "<script>run()</script>", "run()"],
    ["a module", '<script type="module">run()</script>', "run()"],
    ["a module without quotes", "<script type=module crossorigin>run()</script>", "run()"],
    ["a script with a type of old", '<script type="text/javascript">run()</script>', "run()"],
    ["an import map", '<script type="importmap">{}</script>', "{}"],
    ["every blank and line end, as the browser reads it", "<script>\r\n run()\r </script>", "\n run()\n "],
    ["Vietnamese", "<script>say('Huế')</script>", "say('Huế')"],
  ])("%s", (_, html, text) => {
    expect(withInlineHashes(policy, html)["script-src"]).toEqual(["'self'", hashOf(text)])
  })

  it("a style sheet", () => {
    expect(withInlineHashes(policy, "<style media=all>p { }</style>")).toEqual({
      ...policy,
      "style-src": ["'self'", hashOf("p { }")],
    })
  })

  it.each([
    ["a file", '<script type="module" src="./a.js"></script>'],
    ["data", '<script type="application/json">{"a": 1}</script>'],
    ["what is in a remark", "<!-- <script>run()</script> -->"],
  ])("but not %s", (_, html) => {
    expect(withInlineHashes(policy, html)).toEqual(policy)
  })

  it("in the order of the page", () => {
    const html = "<script>1</script><style>2</style><script src=x></script><script>3</script>"
    expect(inlineParts(html)).toEqual({ scripts: ["1", "3"], styles: ["2"] })
  })

  it("and is read as it was written", () => {
    expect(readPolicy(policyText(policy))).toEqual(policy)
    expect(readPolicy("script-src 'none';; SCRIPT-SRC *")).toEqual({ "script-src": ["'none'"] })
  })
})

describe("a page is framed by", () => {
  const served = async (frameAncestors: string[]) => {
    const app = new Hono().use(pagePolicy(policy, frameAncestors)).get("/", (c) => c.html("<p>"))
    return readPolicy((await app.request("/")).headers.get("content-security-policy") ?? "")
  }

  it("nobody, where nobody is named", async () => {
    expect(await served([])).toEqual({ ...policy, "frame-ancestors": ["'none'"] })
  })

  it("the pages that are named", async () => {
    const hosts = ["https://phuong.example", "https://xa.example:8443"]
    expect((await served(hosts))["frame-ancestors"]).toEqual(hosts)
  })

  it("others, where a path has a rule of its own", async () => {
    const app = new Hono()
      .use(pagePolicy(policy, []))
      .use("/board/*", pagePolicy(policy, ["https://phuong.example"]))
      .get("*", (c) => c.html("<p>"))
    const ancestors = async (path: string) =>
      readPolicy((await app.request(path)).headers.get("content-security-policy") ?? "")["frame-ancestors"]
    expect([await ancestors("/board/"), await ancestors("/")]).toEqual([
      ["https://phuong.example"],
      ["'none'"],
    ])
  })
})

it("every answer, problems too, is what its type says and tells no address", async () => {
  const app = new Hono().use(answerHeaders).get("/", (c) => c.json({}))
  for (const path of ["/", "/unknown"]) {
    const { headers } = await app.request(path)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
  }
})
