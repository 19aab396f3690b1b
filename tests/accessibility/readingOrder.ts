import type { Page } from "playwright-core"

type Property = { name: string; value: { value?: unknown } }
type AxNode = {
  nodeId: string
  childIds?: string[]
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  properties?: Property[]
}

// What only holds other things.
const silent = new Set([
  ...["none", "generic", "RootWebArea", "InlineTextBox", "LabelText", "Legend", "strong", "ListMarker"],
  ...["paragraph", "list", "listitem", "DescriptionList", "term", "definition", "form"],
])
const holders = new Set(["button", "link", "heading", "radio", "checkbox", "textbox", "searchbox", "group"])
const told: Record<string, string> = { checked: "checked", invalid: "invalid", focused: "focused" }

/**
 * What a screen reader meets on a page, in its order: one line each, `role “name”`, with level of headings and what is
 * checked, invalid or focused. Texts that only repeat the name of what holds them are left out.
 */
export async function readingOrder(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  let last = ""
  const visit = (node: AxNode | undefined, within: string) => {
    if (!node) return
    const role = node.role?.value ?? "none"
    const name = node.name?.value.trim() ?? ""
    const repeats = role === "StaticText" && (name === last || within.includes(name))
    const says = !node.ignored && !silent.has(role) && !repeats
    if (says) {
      lines.push(
        [role === "StaticText" ? "text" : role, name && `“${name}”`, ...extras(node)]
          .filter(Boolean)
          .join(" "),
      )
      last = name
    }
    const holder = says && holders.has(role) ? name : within
    for (const id of node.childIds ?? []) visit(byId.get(id), holder)
  }
  visit(nodes[0], "")
  return lines
}

function extras({ properties = [] }: AxNode): string[] {
  return properties.flatMap(({ name, value }) => {
    if (name === "level") return [String(value.value)]
    const isOn = value.value !== undefined && value.value !== false && value.value !== "false"
    return told[name] && isOn ? [told[name]] : []
  })
}
