import {
  type Directives,
  policyText,
  withInlineHashes,
} from "../../src/service/pageSecurity/contentSecurityPolicy.ts"

/** Where files of the build lie in the package. */
export type Moved = (path: string) => string

/**
 * The built page as `pages/index.html` of a package: what it names is one folder up, but for `config.json`, which lies
 * beside it. Its icon is local, so it need not come late. It carries its policy itself, because a host that serves files
 * may send no headers, and has no Web App Manifest: nobody puts a package on a home screen.
 */
export function packagedPage(html: string, moved: Moved, policy: Directives): string {
  const page = html
    .replace(/[ \t]*<link rel="manifest"[^>]*>\n?/, "")
    .replace('href="data:," data-href=', "href=")
    .replace(/\b(src|href)="\.\/(?!config\.json")([^"]+)"/g, (_, name, path) => `${name}="../${moved(path)}"`)
  const charset = /<meta charset="utf-8">/i
  if (!charset.test(page)) throw new Error("the built page does not begin with its character set")
  return page.replace(charset, (first) => `${first}\n    ${policyElement(withInlineHashes(policy, page))}`)
}

function policyElement(policy: Directives): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policyText(policy)}">`
}
