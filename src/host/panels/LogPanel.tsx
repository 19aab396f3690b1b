import { methodNames } from "../faults/methodNames.ts"
import { directionText, logText, secondsText, subjectText } from "../log/logText.ts"
import type { LogEntry, LogFilter } from "../log/messageLog.ts"
import type { HostPage } from "../page/hostPage.ts"
import { Choice } from "./Choice.tsx"
import { CopyButton } from "./CopyButton.tsx"

/** Every message both ways, the newest first. */
export function LogPanel({ page }: { page: HostPage }) {
  const { log } = page
  const { text, direction } = log.filter.value
  const shown = log.shown.value
  return (
    <section class="panel wide" aria-labelledby="log">
      <h2 id="log">
        Messages{" "}
        <small>
          {shown.length === log.entries.value.length
            ? shown.length
            : `${shown.length} of ${log.entries.value.length}`}
        </small>
      </h2>
      <div class="row">
        <div class="field">
          <label for="log-filter">Filter</label>
          <input
            id="log-filter"
            type="search"
            list="log-methods"
            value={text}
            placeholder="method or any text"
            onInput={(event) => log.setFilter({ text: event.currentTarget.value })}
          />
          <datalist id="log-methods">
            {methodNames.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <Choice
          label="Direction"
          value={direction ?? "both"}
          options={[
            ["both", "Both"],
            ["toHost", "app → host"],
            ["toApp", "host → app"],
          ]}
          choose={(way) =>
            log.setFilter({ direction: way === "both" ? null : (way as LogFilter["direction"]) })
          }
        />
        <CopyButton label="Copy log" text={() => logText(shown, page.link.value)} />
        <button type="button" onClick={log.clear}>
          Clear
        </button>
      </div>
      <ol class="log">
        {[...shown].reverse().map((entry) => (
          <Line key={entry.number} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function Line({ entry }: { entry: LogEntry }) {
  const failed =
    entry.kind === "malformed" || entry.kind === "undeliverable" || /error/.test(subjectText(entry))
  return (
    <li class={`${entry.direction ?? "remark"}${failed ? " failed" : ""}`}>
      <details>
        <summary>
          <span class="at">{secondsText(entry.at)}</span>
          <span class="phone-name">{entry.phone}</span>
          <span class="way">{directionText(entry)}</span>
          <span class="what">{subjectText(entry)}</span>
        </summary>
        {entry.kind !== "remark" && (
          <pre>
            {entry.bytes} bytes{"\n"}
            {JSON.stringify(entry.message, null, 2)}
          </pre>
        )}
      </details>
    </li>
  )
}
