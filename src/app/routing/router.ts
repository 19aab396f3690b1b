import { computed, type ReadonlySignal, signal } from "@preact/signals-core"
import { pathOf, type Route, readRoute } from "./route.ts"

/** As much of a window as routing needs. */
export type RouterWindow = Pick<Window, "history" | "location" | "addEventListener" | "removeEventListener">

/** Where the citizen is. Browser back, host back and the app's own button all take the same way: `back`. */
export type Router = {
  route: ReadonlySignal<Route>
  /** Whether the citizen has moved since the page was opened: the first screen does not grab the focus. */
  moved: ReadonlySignal<boolean>
  canGoBack: ReadonlySignal<boolean>
  go(route: Route): void
  /** Like `go`, but back does not lead to the screen left. */
  replace(route: Route): void
  /** False when there was nowhere to go. */
  back(): boolean
  /** Leaves every screen since the start behind: back from `route` leads to the first screen. */
  resetTo(route: Route): void
  stop(): void
}

/** Routing by the location's hash. The number of screens to go back is kept in the history's own entries. */
export function createRouter(window: RouterWindow): Router {
  const { history, location } = window
  const route = signal(readRoute(location.hash))
  const depth = signal(depthOf(history.state))
  const moved = signal(false)
  const canGoBack = computed(() => depth.value > 0 || route.value.screen !== "home")
  let afterReset: Route | null = null

  const show = (next: Route, nextDepth: number) => {
    route.value = next
    depth.value = nextDepth
    moved.value = true
  }
  const go = (next: Route) => {
    history.pushState({ depth: depth.value + 1 }, "", `#${pathOf(next)}`)
    show(next, depth.value + 1)
  }
  const replace = (next: Route) => {
    history.replaceState({ depth: depth.value }, "", `#${pathOf(next)}`)
    show(next, depth.value)
  }
  const onPop = () => {
    const waiting = afterReset
    afterReset = null
    depth.value = depthOf(history.state)
    if (waiting && pathOf(waiting) !== pathOf(readRoute(location.hash))) go(waiting)
    else show(readRoute(location.hash), depth.value)
  }
  window.addEventListener("popstate", onPop)

  return {
    route,
    moved,
    canGoBack,
    go,
    replace,
    back() {
      if (depth.value > 0) history.back()
      else if (route.value.screen !== "home") replace({ screen: "home" })
      else return false
      return true
    },
    resetTo(next) {
      if (depth.value === 0) return replace(next)
      afterReset = next
      history.go(-depth.value)
    },
    stop: () => window.removeEventListener("popstate", onPop),
  }
}

function depthOf(state: unknown): number {
  const depth = state !== null && typeof state === "object" && "depth" in state ? state.depth : 0
  return typeof depth === "number" && depth > 0 ? depth : 0
}
