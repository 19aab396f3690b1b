import { useId } from "preact/hooks"
import type { HostPage } from "../page/hostPage.ts"
import { Choice } from "./Choice.tsx"
import { faultExamples } from "./faultExamples.ts"
import { TextField } from "./TextField.tsx"

/** What is wrong with the host, as rules. */
export function FaultPanel({ page }: { page: HostPage }) {
  const id = useId()
  const { faults, seed } = page.scenario.value
  const mistakes = page.mistakes.value
  return (
    <section class="panel" aria-labelledby="faults">
      <h2 id="faults">Faults</h2>
      <div class="field">
        <label for={id}>Rules, one a line</label>
        <textarea
          id={id}
          rows={3}
          spellcheck={false}
          autocomplete="off"
          value={faults.split(/[\s,]+/).join("\n")}
          placeholder="identity.get#2=1001"
          aria-describedby={`${id}-mistakes`}
          aria-invalid={mistakes.length > 0}
          onChange={(event) => page.changeAndOpen({ faults: joined(event.currentTarget.value) })}
        />
        <div id={`${id}-mistakes`} class="mistakes" role="alert">
          {mistakes.map((mistake) => (
            <p key={mistake}>{mistake}</p>
          ))}
        </div>
      </div>
      <div class="row">
        <Choice
          label="Add"
          value=""
          options={[["", "An example …"], ...faultExamples]}
          choose={(rule) => rule && page.changeAndOpen({ faults: joined(`${faults} ${rule}`) })}
        />
        <TextField
          label="Seed"
          value={String(seed)}
          commit={(text) => /^\d{1,9}$/.test(text) && page.changeAndOpen({ seed: Number(text) })}
        />
        <button type="button" disabled={!faults} onClick={() => page.changeAndOpen({ faults: "" })}>
          No faults
        </button>
      </div>
    </section>
  )
}

function joined(text: string): string {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(",")
}
