import { CopyButton } from "../panels/CopyButton.tsx"
import type { CheckPage } from "./checkPage.ts"
import type { Outcome } from "./outcome.ts"
import { countsOf, reportText } from "./report.ts"

const states = {
  looking: "Looking for the host …",
  alone: "No host answered. Open this page inside the app that is to be checked.",
  running: "Checking …",
  reloading: "Loading the page anew …",
  done: "Everything that needs no hand is done.",
}

/** The bridge check: what came of every rule, and what is left to do by hand. */
export function CheckPageView({
  page,
  userAgent,
  now,
}: {
  page: CheckPage
  userAgent: string
  now(): string
}) {
  const { transport, host } = page.found.value
  const all = [...page.results.value, ...page.byHand.value.map(({ check: _, ...result }) => result)]
  const counts = countsOf(all)
  const state = page.state.value
  return (
    <main class="check">
      <h1>Bridge check</h1>
      <p role="status">{states[state]}</p>
      {state !== "looking" && state !== "alone" && (
        <>
          <p class="hint">
            Host: {host || "?"} · transport: {transport}
          </p>
          <p class="counts">
            <b>{counts.pass}</b> pass · <b class={counts.fail ? "fail" : ""}>{counts.fail}</b> fail ·{" "}
            <b>{counts["not granted"]}</b> not granted · <b>{counts["not run"]}</b> not run
          </p>
          <div class="row">
            <CopyButton
              label="Copy report"
              text={() => reportText({ transport, host, userAgent, at: now() }, all)}
            />
            <button type="button" onClick={page.again}>
              Check again
            </button>
          </div>
          <h2>By hand</h2>
          <ol>
            {page.byHand.value.map(({ id, rule, outcome, check }) => (
              <Line key={id} id={id} rule={rule} outcome={outcome}>
                {check.start && outcome.state !== "not granted" && (
                  <button
                    type="button"
                    disabled={state !== "done"}
                    aria-label={`Start: ${rule}`}
                    onClick={() => void page.startByHand(check)}
                  >
                    Start
                  </button>
                )}
              </Line>
            ))}
          </ol>
          <h2>By itself</h2>
          <ol>
            {page.results.value.map((result) => (
              <Line key={result.id} {...result} />
            ))}
          </ol>
        </>
      )}
    </main>
  )
}

type LineProps = { id: string; rule: string; outcome: Outcome; children?: preact.ComponentChildren }

function Line({ id, rule, outcome, children }: LineProps) {
  return (
    <li data-check={id} data-state={outcome.state}>
      <span class="state">{outcome.state}</span>
      <span class="rule">
        {rule}
        {"why" in outcome && <small>{outcome.why}</small>}
      </span>
      {children}
    </li>
  )
}
