import type { HostPage } from "../page/hostPage.ts"
import { behaviours } from "../persona/behaviours.ts"
import { Choice } from "./Choice.tsx"

/** Who holds the phones, and who is signed in while the app runs. */
export function PersonPanel({ page }: { page: HostPage }) {
  const { persona, beside } = page.scenario.value
  const citizens = page.personas.value.map(({ id, label }) => [id, label] as const)
  const everybody = [...citizens, ...behaviours.map(({ id, label }) => [id, label] as const)]
  return (
    <section class="panel wide" aria-labelledby="person">
      <h2 id="person">Person</h2>
      <div class="fields">
        <Choice label="Persona" value={persona} options={everybody} choose={page.choosePersona} />
        <Choice
          label="Second phone"
          value={beside ?? "none"}
          options={[["none", "None"], ...everybody]}
          choose={(id) => page.changeAndOpen({ beside: id === "none" ? null : id })}
        />
        {page.phones.value.map((phone) => (
          <Choice
            key={phone.name}
            label={`Signed in now, phone ${phone.name}`}
            value={phone.citizen.value ?? "none"}
            options={[["none", "Nobody"], ...citizens]}
            choose={(id) => phone.changeCitizen(id === "none" ? null : id)}
          />
        ))}
      </div>
      {beside !== null && (
        <p class="hint">Both phones share this browser’s storage, like two accounts on one phone.</p>
      )}
    </section>
  )
}
