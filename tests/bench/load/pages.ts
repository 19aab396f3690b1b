import { viCard } from "../../../src/app/words/viCard.ts"
import { wording as viCitizen } from "../../../src/app/words/viCitizen.ts"
import { viEntering } from "../../../src/app/words/viEntering.ts"
import type { Step } from "./page/step.ts"

/** A page to load: where it is, and what a citizen taps from opening it to the first answered radio. */
export type LoadedPage = {
  name: "app" | "floor" | "floorWithTicket"
  path: string
  /** Whether a service worker is installed at the first opening. */
  hasWorker: boolean
  /** At the first opening, and at the next one, when the first answer is there already. */
  first: readonly Step[]
  again: readonly Step[]
  /** A selector of the radios of a question, from 1, once it is on the screen. */
  radiosOf(question: number): string
}

const radio: Step = { find: "input[type=radio]:not(:checked)" }
const button = (...texts: string[]): Step => ({ find: "main button", texts })

export const appPage: LoadedPage = {
  name: "app",
  path: "/",
  hasWorker: true,
  first: [
    { ...button(viCard.start), usable: true },
    { find: "input[type=checkbox]:not(:checked)" },
    button(viEntering.entrant.go),
    radio,
  ],
  again: [{ ...button(viCitizen.resumeFrom(1), viCitizen.resume), usable: true }, radio],
  radiosOf: () => "main input[type=radio]",
}

/** The same form by the contest's own rule: no answering before the service has given a ticket. */
export const floorWithTicket: LoadedPage = {
  name: "floorWithTicket",
  path: "/floor-with-ticket",
  hasWorker: false,
  first: [{ find: "section input[type=checkbox]", usable: true }, { find: "section button" }, radio],
  again: [{ find: "section input[type=checkbox]", usable: true }, { find: "section button" }, radio],
  radiosOf: (question) => `fieldset:nth-of-type(${question}) input[type=radio]`,
}

/** The very radio that can first be tapped is the first one answered. */
export const floorForm: LoadedPage = {
  name: "floor",
  path: "/floor",
  hasWorker: false,
  first: [{ ...radio, usable: true }],
  again: [{ ...radio, usable: true }],
  radiosOf: (question) => `fieldset:nth-of-type(${question}) input[type=radio]`,
}
