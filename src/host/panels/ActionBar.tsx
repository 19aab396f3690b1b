import type { Phone } from "../phone/phone.ts"

/** What can be done with a phone at any moment. */
export function ActionBar({ phone }: { phone: Phone }) {
  const off = phone.frame.value === null
  const visible = phone.visible.value
  return (
    <fieldset class="actions">
      <legend>Phone {phone.name}</legend>
      <button type="button" disabled={off} onClick={() => void phone.back()}>
        Back
      </button>
      <button type="button" disabled={off} aria-pressed={!visible} onClick={() => phone.setVisible(!visible)}>
        {visible ? "Hide" : "Show"}
      </button>
      <button type="button" disabled={off} onClick={() => void phone.teardown()}>
        Tear down
      </button>
      <button type="button" disabled={off} onClick={phone.kill}>
        Kill
      </button>
      <button type="button" onClick={phone.open}>
        {off ? "Open" : "Reopen"}
      </button>
    </fieldset>
  )
}
