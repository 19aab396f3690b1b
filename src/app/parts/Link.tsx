import type { ComponentChildren } from "preact"
import type { Front } from "../createFront.ts"
import { pathOf, type Route } from "../routing/route.ts"

type LinkProps = { app: Front; to: Route; class?: string; children: ComponentChildren }

/** A link to a screen: a real address, followed within the page. */
export function Link({ app, to, class: className, children }: LinkProps) {
  return (
    <a
      href={`#${pathOf(to)}`}
      class={className}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        app.router.go(to)
      }}
    >
      {children}
    </a>
  )
}
