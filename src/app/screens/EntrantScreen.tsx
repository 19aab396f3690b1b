import { useEffect, useState } from "preact/hooks"
import type { App } from "../createApp.ts"
import { type Entered, enter } from "../entering/enter.ts"
import { knownPlace } from "../entering/knownPlace.ts"
import { signInFault } from "../home/signInFault.ts"
import { Button } from "../parts/Button.tsx"
import { Consent } from "../parts/Consent.tsx"
import { DivisionPicker } from "../parts/DivisionPicker.tsx"
import { Heading } from "../parts/Heading.tsx"
import { type UnitChoice, UnitPicker } from "../parts/UnitPicker.tsx"
import { wordsOf } from "./words.ts"

/** Who enters, for which unit, and whether they agree. Asks nothing that the host or an earlier week has told. */
export function EntrantScreen({ app, round }: { app: App; round: number }) {
  const words = wordsOf(app)
  const { entrant, card } = words
  const claims = app.session.claims.value
  const place = knownPlace(app)
  const [chosenUnit, setUnit] = useState<UnitChoice>(null)
  const [chosenDivision, setDivision] = useState<string | null>(null)
  const [agrees, setAgrees] = useState(false)
  const [tried, setTried] = useState(false)
  const [state, setState] = useState<"idle" | "opening" | Entered>("idle")
  useEffect(() => {
    // Opened by its address, or signed out meanwhile: nobody to ask for a unit.
    if (app.session.settled.value && !claims) app.router.replace({ screen: "home" })
  }, [app.session.settled.value, claims])

  const unit = place.unit ? place.unit.id : chosenUnit
  const unitMissing = unit === null
  const division = place.asksDivision(unit) ? chosenDivision : null
  const divisionMissing = place.asksDivision(unit) && division === null
  const failure =
    state === "unreachable"
      ? card.loadFailed
      : signInFault(card, app.session.refusal.value ?? "NOT_SIGNED_IN")
  const go = async () => {
    setTried(true)
    if (unitMissing || divisionMissing || !agrees) {
      document.querySelector<HTMLElement>("form [aria-invalid=true], form #unit")?.focus()
      return
    }
    setState("opening")
    const entered = await enter(app, round, {
      ...(unit !== "none" && { unit }),
      ...(division !== null && { division }),
    })
    if (entered === "drafted") app.router.replace({ screen: "question", round, step: 1 })
    else if (entered === "unreachable" || entered === "signed-out") setState(entered)
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
          onChoose={setUnit}
          error={tried && unitMissing ? place.unitFault(entrant) : null}
        />
      )}
      {place.asksDivision(unit) && (
        <DivisionPicker
          app={app}
          chosen={chosenDivision}
          onChoose={setDivision}
          error={tried && divisionMissing ? entrant.divisionMissing : null}
        />
      )}
      <Consent
        app={app}
        agrees={agrees}
        onChange={setAgrees}
        error={tried && !agrees ? entrant.consentMissing : null}
      />
      {(state === "unreachable" || state === "signed-out") && (
        <div class="notice warn" role="alert">
          <p>
            <strong>{failure.title}</strong>
          </p>
          <p>{failure.body}</p>
        </div>
      )}
      <div class="actions">
        <Button busy={state === "opening"} onPress={() => void go()}>
          {state === "opening" ? entrant.opening : entrant.go}
        </Button>
      </div>
    </form>
  )
}
