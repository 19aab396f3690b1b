import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import type { App } from "../createApp.ts"

type HeadingProps = {
  app: App
  /** The document's title, when the heading is not a plain text. */
  title?: string
  children: ComponentChildren
}

/** The one h1 of a screen: names the document and takes the focus when the citizen has come to it. */
export function Heading({ app, title, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const named = title ?? String(children)
  const { contest, words } = app
  const whole = contest.view.value?.title ?? words.card.value.appName
  useEffect(() => {
    document.title = `${named} – ${whole}`
  }, [named, whole])
  useEffect(() => {
    if (!app.router.moved.peek()) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [app])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
