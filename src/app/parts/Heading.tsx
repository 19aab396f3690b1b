import type { ComponentChildren } from "preact"
import type { Front } from "../createFront.ts"

type HeadingProps = {
  app: Front
  /** The document's title, when the heading is not a plain text. */
  title?: string
  children: ComponentChildren
}

const met = new WeakSet<HTMLElement>()

/** The one h1 of a screen: names the document and takes the focus when the citizen has come to it. */
export function Heading({ app, title, children }: HeadingProps) {
  const whole = app.contest.view.value?.title ?? app.words.card.value.appName
  const named = title ?? String(children)
  return (
    <h1
      tabIndex={-1}
      ref={(heading) => {
        if (!heading) return
        document.title = `${named} – ${whole}`
        if (met.has(heading)) return
        met.add(heading)
        if (!app.router.moved.peek()) return
        window.scrollTo(0, 0)
        heading.focus({ preventScroll: true })
      }}
    >
      {children}
    </h1>
  )
}
