import type { App } from "../createApp.ts"
import { wholeCode } from "../format/wholeCode.ts"
import type { Check } from "../ledger/checkRow.ts"
import type { Found } from "../ledger/findRow.ts"
import { readingWordsOf } from "../screens/words.ts"
import { Button } from "./Button.tsx"
import { LedgerRowView } from "./LedgerRowView.tsx"
import { Link } from "./Link.tsx"

type LedgerFindingProps = { app: App; found: Found; onRetry(): void }

/** What the ledger has of a code, whether it agrees, and what to do where it does not. */
export function LedgerFinding({ app, found, onRetry }: LedgerFindingProps) {
  const { ledger, card, help } = readingWordsOf(app)
  const complain = (round: number) => (
    <p>
      <Link app={app} to={{ screen: "complaint", kind: "result", round }}>
        {help.complain}
      </Link>
    </p>
  )
  switch (found.kind) {
    case "no-code":
    case "other-contest":
      // The field itself says so.
      return null
    case "unreachable":
      return (
        <div class="notice warn actions">
          <p>{ledger.unreachable}</p>
          <Button kind="second" onPress={onRetry}>
            {card.retry}
          </Button>
        </div>
      )
    case "unpublished":
      return <p class="notice">{ledger.unpublished(found.round)}</p>
    case "unknown":
      return (
        <div class={`notice ${found.isOwn ? "bad" : "warn"}`}>
          <h2>{ledger.unknown(wholeCode(found.code), found.round)}</h2>
          <p>{found.isOwn ? ledger.unknownOwn : ledger.unknownOther}</p>
          {complain(found.round)}
        </div>
      )
    case "row": {
      const { checked, proof, isOwn } = found
      const agrees = checked?.checks.every((check) => check.agrees)
      return (
        <div class="finding">
          {checked === null ? (
            <div class="notice warn">
              <h2>{ledger.uncheckedTitle}</h2>
              <p>{ledger.unchecked}</p>
            </div>
          ) : (
            <div class={`notice ${agrees ? "good" : "bad"}`}>
              <h2>{agrees ? ledger.agrees : ledger.disagrees}</h2>
              <ul class="plain">
                {checked.checks.map((check) => (
                  <li key={check.name}>{said(app, check, proof.index, proof.count)}</li>
                ))}
              </ul>
              {!agrees && (
                <>
                  <p>{ledger.whatToDo(wholeCode(proof.row.code))}</p>
                  {complain(found.round)}
                </>
              )}
            </div>
          )}
          {checked !== null && !isOwn && <p class="small soft">{ledger.notOwn}</p>}
          <LedgerRowView app={app} found={found} />
        </div>
      )
    }
  }
}

function said(app: App, { name, agrees }: Check, index: number, count: number): string {
  const { checks } = readingWordsOf(app).ledger
  if (!agrees) return checks[name].bad
  const { number } = app.format.value
  return name === "root" ? checks.root.good(number(index + 1), number(count)) : checks[name].good
}
