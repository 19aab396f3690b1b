import type { ComponentChildren } from "preact"
import type { App } from "../createApp.ts"

type OutsideLinkProps = { app: App; url: string; children: ComponentChildren }

/** A link out of the mini-app, opened by the host where there is one: a webview may have no second window. */
export function OutsideLink({ app, url, children }: OutsideLinkProps) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (app.session.state.peek() === "standalone") return
        event.preventDefault()
        void app.deps.host.then((host) => host.open(url, "browser"))
      }}
    >
      {children}
    </a>
  )
}
