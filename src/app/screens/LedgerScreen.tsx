import { useEffect, useRef, useState } from "preact/hooks"
import { sha256 } from "../../contract/hash.ts"
import type { App } from "../createApp.ts"
import { type Found, findRow } from "../ledger/findRow.ts"
import { Button } from "../parts/Button.tsx"
import { FieldError } from "../parts/FieldError.tsx"
import { Heading } from "../parts/Heading.tsx"
import { LedgerFinding } from "../parts/LedgerFinding.tsx"
import { WholeLedger } from "../parts/WholeLedger.tsx"
import { readingWordsOf } from "./words.ts"

/**
 * Finds an entry in the public ledger and checks its row on this phone: one's own at once, any other by its code.
 * `round`: where the reader comes from; a code names its own round.
 */
export function LedgerScreen({ app, round }: { app: App; round: number }) {
  const { ledger } = readingWordsOf(app)
  const own = app.entries.receipts().find((receipt) => receipt.round === round)?.code
  const [typed, setTyped] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const latest = useRef(0)
  const text = typed ?? own ?? ""
  const look = async (code: string) => {
    const turn = ++latest.current
    setLooking(true)
    const answer = await findRow(app, code, sha256)
    // Another code was asked for meanwhile.
    if (turn !== latest.current) return
    setFound(answer)
    setLooking(false)
  }
  useEffect(() => {
    if (own !== undefined) void look(own)
  }, [own])
  const fault =
    found?.kind === "no-code" ? ledger.noCode : found?.kind === "other-contest" ? ledger.otherContest : null
  return (
    <>
      <Heading app={app}>{ledger.title}</Heading>
      <p class="soft">{ledger.intro}</p>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault()
          void look(text)
        }}
      >
        <label for="code">{ledger.label}</label>
        <p id="code-hint" class="small soft">
          {ledger.hint}
        </p>
        {fault && <FieldError id="code-error">{fault}</FieldError>}
        <input
          id="code"
          type="text"
          class="code-field"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          value={text}
          aria-describedby={fault ? "code-error code-hint" : "code-hint"}
          aria-invalid={fault !== null}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button busy={looking} onPress={() => void look(text)}>
          {looking ? ledger.looking : ledger.find}
        </Button>
      </form>
      <div aria-live="polite">
        {found && !looking && <LedgerFinding app={app} found={found} onRetry={() => void look(text)} />}
      </div>
      <WholeLedger app={app} round={found && "round" in found ? found.round : round} />
    </>
  )
}
