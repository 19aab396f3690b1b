/** Tells other screens that a row has changed. Nothing depends on it but how soon they show it. */
export interface Announcer {
  tell(rowId: string): void
  /** Returns the function that stops listening. */
  listen(heard: (rowId: string) => void): () => void
}

/** Over a BroadcastChannel; silent where the browser has none. `open` makes the channel of that name. */
export function broadcastAnnouncer(
  open: ((name: string) => BroadcastChannel) | undefined,
  name = "hoi-thi-outbox",
): Announcer {
  const channel = open?.(name)
  return {
    tell(rowId) {
      channel?.postMessage(rowId)
    },
    listen(heard) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === "string") heard(data)
      }
      channel?.addEventListener("message", onMessage)
      return () => channel?.removeEventListener("message", onMessage)
    },
  }
}
