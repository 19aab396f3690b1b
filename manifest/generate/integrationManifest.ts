import { appearance } from "../source/appearance.ts"
import { bridge } from "../source/bridge.ts"
import { policies } from "../source/csp.ts"
import type { Deployment } from "../source/deployment.ts"
import { identity } from "../source/identity.ts"
import { lifecycle, offline } from "../source/limits.ts"
import { privacy } from "../source/privacy.ts"
import { webview } from "../source/webview.ts"

/** `hue-s.json`: all that a host has to know before it lets the mini-app in. */
export function integrationManifest(version: string, deployment: Deployment) {
  const { service, packageOrigins, hostOrigins } = deployment
  return {
    format: 1,
    app: {
      id: identity.audience,
      version,
      name: appearance.name,
      description: appearance.description,
    },
    start: { hosted: `${service}/`, packaged: "pages/index.html" },
    bridge,
    identity,
    origins: { service, package: packageOrigins, hosts: hostOrigins },
    csp: policies(service),
    webview,
    offline,
    lifecycle,
    privacy,
  }
}
