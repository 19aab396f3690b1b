import type { AppDeps } from "./deps.ts"

/**
 * Runs the work once, as soon as nothing has been tapped or typed for `ms` milliseconds: a citizen who goes on has the
 * processor and the network to themselves. `view` is the page's window.
 */
export function inFirstPause(view: EventTarget, after: AppDeps["after"], ms: number, run: () => void): void {
  const ended = new AbortController()
  let cancel = () => {}
  const wait = () => {
    cancel()
    cancel = after(ms, () => {
      ended.abort()
      run()
    })
  }
  // On their way down, where nothing on the page can keep them back.
  for (const kind of ["click", "keydown"])
    view.addEventListener(kind, wait, { capture: true, signal: ended.signal })
  wait()
}
