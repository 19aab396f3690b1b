import { signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { type Entered, enter } from "../entering/enter.ts"
import { knownPlace } from "../entering/knownPlace.ts"
import { signInFault } from "../home/signInFault.ts"
import { kept } from "../kept.ts"
import { Button } from "../parts/Button.tsx"
import { Consent } from "../parts/Consent.tsx"
import { DivisionPicker } from "../parts/DivisionPicker.tsx"
import { Heading } from "../parts/Heading.tsx"
import { type UnitChoice, UnitPicker } from "../parts/UnitPicker.tsx"
import { Elsewhere } from "./Elsewhere.tsx"
import { wordsOf } from "./words.ts"

/** Who enters, for which unit, and whether they agree. Asks nothing that the host or an earlier week has told. */
export function EntrantScreen({ app, round }: { app: App; round: number }) {
  const words = wordsOf(app)
  const { entrant, card } = words
  const claims = app.session.claims.value
  const place = knownPlace(app)
  const { chosenUnit, chosenDivision, agrees, tried, state } = kept(() => ({
    chosenUnit: signal<UnitChoice>(null),
    chosenDivision: signal<string | null>(null),
    agrees: signal(false),
    tried: signal(false),
    state: signal<"idle" | "opening" | Entered>("idle"),
  }))
  // Opened by its address, or signed out meanwhile: nobody to ask for a unit.
  if (app.session.settled.value && !claims) return <Elsewhere app={app} to={{ screen: "home" }} />

  const unit = place.unit ? place.unit.id : chosenUnit.value
  const asksDivision = place.asksDivision(unit)
  const division = asksDivision ? chosenDivision.value : null
  const unitMissing = unit === null
  const divisionMissing = asksDivision && division === null
  const failure =
    state.value === "unreachable"
      ? card.loadFailed
      : signInFault(app, app.session.refusal.value ?? "NOT_SIGNED_IN")
  const go = async () => {
    tried.value = true
    if (unitMissing || divisionMissing || !agrees.value) {
      document.querySelector<HTMLElement>("form [aria-invalid=true], form #unit")?.focus()
      return
    }
    state.value = "opening"
    const entered = await enter(app, round, {
      ...(unit !== "none" && { unit }),
      ...(division !== null && { division }),
    })
    if (entered === "drafted") app.router.replace({ screen: "question", round, step: 1 })
    else if (entered === "unreachable" || entered === "signed-out") state.value = entered
    else app.router.resetTo({ screen: "home" })
  }
  return (
    <form
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      <Heading app={app}>{entrant.title}</Heading>
      <div class="field">
        <p class="label">{entrant.name}</p>
        <p class="answer">{claims?.name ?? entrant.noName}</p>
        <p class="small soft">{entrant.nameFrom}</p>
      </div>
      {place.unit ? (
        <div class="field">
          <p class="label">{entrant.unit}</p>
          <p class="answer">{place.unit.name}</p>
          <p class="small soft">{place.unit.from === "host" ? entrant.unitFrom : entrant.unitFrozen}</p>
        </div>
      ) : (
        <UnitPicker
          app={app}
          chosen={chosenUnit}
          error={tried.value && unitMissing ? place.unitFault(entrant) : null}
        />
      )}
      {asksDivision && (
        <DivisionPicker
          app={app}
          chosen={chosenDivision}
          error={tried.value && divisionMissing ? entrant.divisionMissing : null}
        />
      )}
      <Consent
        app={app}
        agrees={agrees}
        error={tried.value && !agrees.value ? entrant.consentMissing : null}
      />
      {(state.value === "unreachable" || state.value === "signed-out") && (
        <div class="notice warn" role="alert">
          <p>
            <strong>{failure.title}</strong>
          </p>
          <p>{failure.body}</p>
        </div>
      )}
      <div class="actions">
        <Button busy={state.value === "opening"} onPress={() => void go()}>
          {state.value === "opening" ? entrant.opening : entrant.go}
        </Button>
      </div>
    </form>
  )
}
