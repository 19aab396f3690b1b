import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"

/** Whom to ask, as the contest's definition says. */
export function Contact({ app }: { app: App }) {
  const { help } = readingWordsOf(app)
  const contact = app.contest.view.value?.contact
  if (!contact) return null
  const { name, address, phone, email } = contact
  return (
    <section>
      <h2>{help.contact}</h2>
      <p>{name}</p>
      {address && (
        <p>
          {help.address}: {address}
        </p>
      )}
      {phone && (
        <p>
          {help.phone}: <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
        </p>
      )}
      {email && (
        <p>
          {help.email}: <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </section>
  )
}
