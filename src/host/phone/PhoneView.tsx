import type { Scenario } from "../scenario/scenario.ts"
import type { Phone, PhoneStatus } from "./phone.ts"
import { SheetView } from "./SheetView.tsx"

const statusWords: Record<PhoneStatus, string> = {
  off: "off",
  opening: "no handshake yet",
  connected: "connected, not ready yet",
  ready: "ready",
  closed: "closed",
}

/** A phone as it is seen: the app's frame, the host's bars and sheets over it, and one line about its state. */
export function PhoneView({ phone, scenario }: { phone: Phone; scenario: Scenario }) {
  const { size, context } = scenario
  const frame = phone.frame.value
  const sheet = phone.sheet.value
  return (
    <section class="phone" aria-label={`Phone ${phone.name}`} style={{ "--phone-width": `${size.width}px` }}>
      <div class="screen" data-theme={context.theme} style={{ height: `${size.height}px` }}>
        {frame && (
          <iframe
            key={frame.key}
            ref={phone.attach}
            src={frame.url}
            title={`Mini-app in phone ${phone.name}`}
            allow="clipboard-write"
            inert={sheet !== null || !phone.visible.value}
          />
        )}
        <Bars insets={context.insets} />
        {!phone.visible.value && <p class="cover">The app is hidden: the citizen is in another app.</p>}
        {phone.status.value === "closed" && (
          <div class="cover">
            <p>{phone.news.value}</p>
            <button type="button" onClick={phone.open}>
              Open the app
            </button>
          </div>
        )}
        {sheet && <SheetView sheet={sheet} />}
      </div>
      <p class="phone-line" role="status">
        <b>{phone.name}</b> {phone.citizen.value ?? "signed out"} ·{" "}
        {phone.news.value || statusWords[phone.status.value]}
      </p>
    </section>
  )
}

/** Where the host's own bars lie over the app. */
function Bars({ insets: { top, right, bottom, left } }: Pick<Scenario["context"], "insets">) {
  return (
    <div
      class="bars"
      aria-hidden="true"
      style={{ borderWidth: `${top}px ${right}px ${bottom}px ${left}px` }}
    />
  )
}
