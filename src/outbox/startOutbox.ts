import { copyOf } from "./copyOf.ts"
import type { PageOutbox } from "./createOutbox.ts"
import type { Mirror } from "./mirror.ts"

/**
 * What goes on by itself as long as the page is open, before there is care: the second copy in `nearby`, and the first
 * attempt of an entry that was just sealed, wait for nothing, not even for the page to be visible. Care is sent for; where
 * its script did not come, again at the next change, when the network may be better.
 */
export function startOutbox(
  outbox: Pick<PageOutbox, "care" | "deliver" | "onChange">,
  nearby: Pick<Mirror, "write">,
): void {
  const sendForCare = () => void outbox.care().catch(() => undefined)
  outbox.onChange((row) => {
    // No second place on this device, or not now: the first one has to do.
    void nearby.write(copyOf(row)).catch(() => undefined)
    // Where the store failed the rows are as they were, and the next occasion tries again.
    if (row.state === "queued" && row.attempts === 0) void outbox.deliver().catch(() => undefined)
    sendForCare()
  })
  sendForCare()
}
