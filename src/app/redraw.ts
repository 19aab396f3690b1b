import { effect } from "@preact/signals-core"
import { Component, type ComponentChild, type FunctionComponent, options } from "preact"
import { type Drawn, drawing, type Start } from "./drawing.ts"

// Draws a component again when a signal that it has read changes. What @preact/signals does, without its hooks and its
// bindings of single texts: the first script is a tenth smaller for it.

type Draw = FunctionComponent<Record<string, unknown>>

const tracked = new WeakMap<Draw, typeof Component>()

/** The component around a function: notes which signals the function reads. */
function track(draw: Draw): typeof Component {
  class Tracked extends Component<Record<string, unknown>> implements Drawn {
    kept = []
    asked = 0
    starts: Start[] = []
    stops: ReturnType<Start>[] = []
    stop = () => {}

    override componentDidMount() {
      this.stops = this.starts.map((start) => start())
    }

    override componentWillUnmount() {
      this.stop()
      for (const stop of this.stops) stop?.()
    }

    override render(props: Record<string, unknown>) {
      this.stop()
      let drawn: ComponentChild
      let isFirst = true
      this.stop = effect(() => {
        if (!isFirst) return this.setState({})
        isFirst = false
        this.asked = 0
        drawing.by = this
        drawn = draw(props as Parameters<Draw>[0], this.context) as ComponentChild
        drawing.by = null
      })
      return drawn
    }
  }
  return Tracked as unknown as typeof Component
}

const before = options.vnode
options.vnode = (vnode) => {
  const draw = vnode.type
  // Classes draw themselves; none of them reads a signal.
  if (typeof draw === "function" && !draw.prototype?.render) {
    const known = tracked.get(draw as Draw) ?? track(draw as Draw)
    tracked.set(draw as Draw, known)
    vnode.type = known as typeof vnode.type
  }
  before?.(vnode)
}
