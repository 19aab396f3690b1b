import { createHash } from "node:crypto"

/** A Content-Security-Policy: the sources of each directive, in order. */
export type Directives = Readonly<Record<string, readonly string[]>>

/** The policy as a header or a meta element carries it. */
export function policyText(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ")
}

/** Reads a policy's text; of a directive that stands twice the first counts (CSP 3, 2.2.1). */
export function readPolicy(text: string): Directives {
  const directives: Record<string, string[]> = {}
  for (const directive of text.split(";")) {
    const [name, ...sources] = directive.trim().split(/\s+/)
    if (name) directives[name.toLowerCase()] ??= sources
  }
  return directives
}

/** The policy that allows, on top, exactly the scripts and styles that stand in the page itself, by their hashes. */
export function withInlineHashes(directives: Directives, html: string): Directives {
  const { scripts, styles } = inlineParts(html)
  return {
    ...directives,
    "script-src": [...(directives["script-src"] ?? []), ...scripts.map(hashSource)],
    "style-src": [...(directives["style-src"] ?? []), ...styles.map(hashSource)],
  }
}

// Comments come first: what stands in one is no element.
const element = /<!--[\s\S]*?-->|<(script|style)\b([^>]*)>([\s\S]*?)<\/\1\s*>/gi

/**
 * The texts of a built page's executable scripts and of its styles. Data blocks (`type="application/json"`) are neither
 * run nor restricted, and a script with `src` is a file.
 */
export function inlineParts(html: string): { scripts: string[]; styles: string[] } {
  const scripts: string[] = []
  const styles: string[] = []
  for (const [, name, attributes = "", text = ""] of html.matchAll(element)) {
    // The parser reads every line end as "\n", and that is what the browser hashes.
    const content = text.replace(/\r\n?/g, "\n")
    if (name?.toLowerCase() === "style") styles.push(content)
    else if (name && !/(^|\s)src\s*=/i.test(attributes) && isExecutable(attributes)) scripts.push(content)
  }
  return { scripts, styles }
}

function isExecutable(attributes: string): boolean {
  const [, , type = ""] = /(?:^|\s)type\s*=\s*(["']?)([^"'\s>]*)\1/i.exec(attributes) ?? []
  return /^(|module|importmap|(text|application)\/(x-)?(java|ecma)script)$/i.test(type)
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`
}
