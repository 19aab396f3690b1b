import { useEffect, useRef, useState } from "preact/hooks"
import { type Look, lookEvent, stateQuery } from "./look.ts"

type StateCardProps = { name: string; look: Look; onFailed(): void }

/**
 * A state as a small live phone that is looked at only; its name opens it whole. The frame is loaded when it comes near
 * the screen, and takes on another look without being loaded again.
 */
export function StateCard({ name, look, onFailed }: StateCardProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [address] = useState(() => stateQuery(name, look))
  const [failure, setFailure] = useState<string | null>(null)
  const worn = useRef(look)
  const wear = () => {
    const page = frame.current?.contentDocument
    if (worn.current === look || page?.documentElement.dataset.state === undefined) return
    worn.current = look
    page.dispatchEvent(new CustomEvent(lookEvent, { detail: look }))
  }
  // What the frame's page calls when it is there: always with the look of the moment.
  const wearNow = useRef(wear)
  wearNow.current = wear
  useEffect(wear, [look])
  const attend = () => {
    const root = frame.current?.contentDocument?.documentElement
    if (!root) return
    const read = () => {
      const { state } = root.dataset
      if (state === undefined) return
      watch.disconnect()
      wearNow.current()
      if (state === "ready") return
      setFailure(state)
      onFailed()
    }
    const watch = new MutationObserver(read)
    watch.observe(root, { attributeFilter: ["data-state"] })
    read()
  }
  return (
    <li>
      <a href={stateQuery(name, look)}>{name}</a>
      {failure && <p class="failed">{failure}</p>}
      <div class="phone">
        <iframe ref={frame} src={address} title={name} loading="lazy" inert tabIndex={-1} onLoad={attend} />
      </div>
    </li>
  )
}
