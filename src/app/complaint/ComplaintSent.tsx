import type { ComplaintReceipt } from "../../contract/complaint.ts"
import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Contact } from "../parts/Contact.tsx"
import { Heading } from "../parts/Heading.tsx"
import { readingWordsOf } from "../screens/words.ts"

type ComplaintSentProps = { app: App; receipt: ComplaintReceipt; onAgain(): void }

/** The number to note down, until when there is an answer, and whom to ask. */
export function ComplaintSent({ app, receipt, onAgain }: ComplaintSentProps) {
  const { complaint, card } = readingWordsOf(app)
  const { sent } = complaint
  return (
    <>
      <Heading app={app}>{sent.title}</Heading>
      <dl>
        <dt>{sent.number}</dt>
        <dd class="code">{receipt.number}</dd>
        <dt>{sent.due}</dt>
        <dd>{app.format.value.moment(receipt.dueAt)}</dd>
      </dl>
      <p>{sent.ask}</p>
      <Contact app={app} />
      <div class="actions">
        <Button onPress={() => app.router.resetTo({ screen: "home" })}>{card.home}</Button>
        <Button kind="second" onPress={onAgain}>
          {sent.again}
        </Button>
      </div>
    </>
  )
}
