import type { PageOutbox } from "./createOutbox.ts"

/**
 * What goes on by itself as long as the page is open, before there is care: the first attempt of an entry that was just
 * sealed waits for nothing, not even for the page to be visible. Care is sent for; where its script did not come, again
 * at the next change, when the network may be better.
 */
export function startOutbox(outbox: Pick<PageOutbox, "care" | "deliver" | "onChange">): void {
  const sendForCare = () => void outbox.care().catch(() => undefined)
  outbox.onChange(({ state, attempts }) => {
    // Where the store failed the rows are as they were, and the next occasion tries again.
    if (state === "queued" && attempts === 0) void outbox.deliver().catch(() => undefined)
    sendForCare()
  })
  sendForCare()
}
