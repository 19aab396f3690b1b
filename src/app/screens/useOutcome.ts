import { useEffect, useState } from "preact/hooks"
import type { Outcome } from "../../client/contestApi.ts"

/** What the service answered, null while it has not. `key` names what is asked for: another key asks anew. */
export function useOutcome<T>(
  fetchIt: () => Promise<Outcome<T>>,
  key: string,
): { outcome: Outcome<T> | null; retry: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null)
  useEffect(() => {
    let isCurrent = true
    setOutcome(null)
    void fetchIt().then((answer) => {
      if (isCurrent) setOutcome(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [key, attempt])
  return { outcome, retry: () => setAttempt(attempt + 1) }
}
